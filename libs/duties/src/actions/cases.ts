export const casesActions = [] as const;
