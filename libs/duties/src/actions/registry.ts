export const registryActions = ['RegisterActor', 'GrantRole', 'WithdrawRole'] as const;
