export const approvalsActions = [] as const;
