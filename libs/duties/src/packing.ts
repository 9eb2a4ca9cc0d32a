import type { DutyMatrix, DutyRule } from './matrix.js';

/** A rule as it travels, without what follows from the rest of the document. */
export type PackedRule = Omit<DutyRule, 'id' | 'validFrom'> & Partial<Pick<DutyRule, 'id' | 'validFrom'>>;

/** The document as the log carries it: an event has a limit, and most rules begin on one day and are named alike. */
export interface PackedMatrix extends Omit<DutyMatrix, 'rules'> {
  /** Since when a rule holds that says nothing of it. */
  since?: string;
  rules: PackedRule[];
}

export function packMatrix({ rules, ...matrix }: DutyMatrix): PackedMatrix {
  const since = commonest(rules.map(({ validFrom }) => validFrom));
  const packed = rules.map(({ id, validFrom, ...rule }) => ({
    ...rule,
    ...(id === idOf(rule) ? {} : { id }),
    ...(validFrom === since ? {} : { validFrom }),
  }));
  return { ...matrix, ...(since === undefined ? {} : { since }), rules: packed };
}

/** The other way round; a document that was never packed stays as it is. */
export function unpackMatrix({ since = '', rules, ...matrix }: PackedMatrix): DutyMatrix {
  const whole = rules.map((rule) => ({ ...rule, id: rule.id ?? idOf(rule), validFrom: rule.validFrom ?? since }));
  return { ...matrix, rules: whole };
}

/** What the only rule of a role about an action is called; any other says its id. */
function idOf({ action, role }: Pick<DutyRule, 'action' | 'role'>): string {
  return `${action.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}/${role}`;
}

function commonest(values: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
