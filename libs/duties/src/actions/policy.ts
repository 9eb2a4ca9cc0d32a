export const policyActions = [] as const;
