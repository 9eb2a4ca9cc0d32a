import type { CaseKind } from './severity.js';

/** Who answers in a role here, by when and to whom it goes on, as the matrix in force and the registry say. */
export interface Desk {
  role: string;
  minutes: number;
  escalateTo: string;
  /** Organisations that hold the role here, the nearest first. */
  actors: string[];
}

export interface Owner {
  role: string;
  actor: string;
}

export interface Assigned {
  owner: Owner;
  minutes: number;
}

export type Subject =
  | 'supply'
  | 'missing-goods'
  | 'spoiled-goods'
  | 'short-weight'
  | 'price'
  | 'late-delivery'
  | 'pickup'
  | 'cleaning'
  | 'conduct'
  | 'access'
  | 'other';

/** Where a complaint names nobody, its subject does. */
const BY_SUBJECT: Record<Subject, string> = {
  supply: 'residents-committee',
  'missing-goods': 'property-firm',
  'spoiled-goods': 'platform',
  'short-weight': 'platform',
  price: 'platform',
  'late-delivery': 'transporter',
  pickup: 'pickup-station',
  cleaning: 'property-firm',
  conduct: 'property-firm',
  access: 'property-firm',
  other: 'residents-committee',
};
const COMMITTEE = 'residents-committee';

/**
 * The first owner. Only a complaint goes to whoever it is about; a need, a reported rule, hardship and a dispute go to
 * the committee. Whoever a case is about never judges it: then it begins one desk higher.
 */
export function firstOwner(
  desks: Desk[],
  { kind, subject, about }: { kind: CaseKind; subject: Subject; about?: string },
): Assigned | undefined {
  if (kind !== 'complaint') return from(desks, COMMITTEE, about);
  const named = about === undefined ? undefined : desks.find(({ actors }) => actors.includes(about));
  if (named && about !== undefined) return { owner: { role: named.role, actor: about }, minutes: named.minutes };
  return from(desks, BY_SUBJECT[subject]);
}

/** One desk higher; undefined where there is none. */
export function nextOwner(desks: Desk[], { role, actor }: Owner, about?: string): Assigned | undefined {
  const above = desks.find((desk) => desk.role === role)?.escalateTo;
  if (above === undefined || above === role) return undefined;
  const next = from(desks, above, about);
  return next?.owner.actor === actor ? undefined : next;
}

/** The same owner again, with a new clock. */
export function sameOwner(desks: Desk[], owner: Owner): Assigned | undefined {
  const desk = desks.find(({ role }) => role === owner.role);
  return desk && { owner, minutes: desk.minutes };
}

/** Up from a role to the first desk at which somebody sits who is not the one it is about. */
function from(desks: Desk[], first: string, about?: string): Assigned | undefined {
  const seen = new Set<string>();
  for (let role = first; !seen.has(role);) {
    seen.add(role);
    const desk = desks.find((each) => each.role === role);
    const actor = desk?.actors.find((each) => each !== about);
    if (desk && actor !== undefined) return { owner: { role, actor }, minutes: desk.minutes };
    role = desk?.escalateTo ?? role;
  }
  return undefined;
}
