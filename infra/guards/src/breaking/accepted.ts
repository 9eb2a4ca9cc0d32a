const ACTIONS_GROW =
  'the list of actions grows with every command; a reader who does not know an action has nothing to do with it';

/** Breaks of the last release that were decided on, word for word as the guard tells them, each with its reason. */
export const ACCEPTED: Record<string, string> = {
  ...Object.fromEntries(
    ['DutyDelegated', 'DutyMatrixActivated', 'ProxyAppointed', 'RoleGranted'].map((type) => [
      `oversight ${type} payload is another and the version the same (${type}.v1)`,
      ACTIONS_GROW,
    ]),
  ),
  'orders RequestsFixed payload is another and the version the same (RequestsFixed.v1)':
    'demand by offer was added and may be missing',
};
