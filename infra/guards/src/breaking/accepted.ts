const MORE_ACTIONS =
  'An action joined the list: whoever reads the matrix or a grant takes an action it does not know for one it need not judge.';

/** Breaks of the last release that were decided on, word for word as the guard tells them, each with its reason. */
export const ACCEPTED: Record<string, string> = {
  'oversight DutyDelegated payload is another and the version the same (DutyDelegated.v1)': MORE_ACTIONS,
  'oversight DutyMatrixActivated payload is another and the version the same (DutyMatrixActivated.v1)': MORE_ACTIONS,
  'oversight ProxyAppointed payload is another and the version the same (ProxyAppointed.v1)': MORE_ACTIONS,
  'oversight RoleGranted payload is another and the version the same (RoleGranted.v1)': MORE_ACTIONS,
};
