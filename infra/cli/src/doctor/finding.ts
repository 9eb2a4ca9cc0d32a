import { knownTrouble } from '@baogong/operation';

/** `note`: worth knowing, nothing is wrong. */
export interface Finding {
  what: string;
  state: 'ok' | 'note' | 'TROUBLE';
  told: string;
}

export const ok = (what: string, told: string): Finding => ({ what, state: 'ok', told });
export const note = (what: string, told: string): Finding => ({ what, state: 'note', told });

/** A look that fails is a finding like any other, and no reason to leave out the rest. */
export async function look(what: string, work: () => Promise<Finding[]> | Finding[]): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    return [trouble(what, error)];
  }
}

export function trouble(what: string, error: unknown): Finding {
  const known = knownTrouble(error) ?? error;
  return { what, state: 'TROUBLE', told: known instanceof Error ? known.message : String(known) };
}

export function lineOf({ what, state, told }: Finding): string {
  return `${state.padEnd(8)}${what.padEnd(12)}${told.replaceAll('\n', `\n${' '.repeat(20)}`)}`;
}
