export const obligationsActions = [] as const;
