/** Forms of what callers send: written into the log, so nothing else may hide in them. */
export const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const TERRITORY = /^d-[A-Za-z0-9][A-Za-z0-9/-]{0,290}$/;
export const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;
