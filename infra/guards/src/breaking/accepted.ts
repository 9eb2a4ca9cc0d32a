/** Breaks of the last release that were decided on, word for word as the guard tells them, each with its reason. */
export const ACCEPTED: Record<string, string> = {};
