import type { Fault } from '../fields/reading.js';
import type { RosterHome, RosterMember } from './roster-home.js';
import type { Member, Planning } from './register.js';

export interface Matched {
  members: Member[];
  arrived: number;
  missing: number;
  faults: Fault[];
}

/**
 * Whom of the registered members each row means: by code, else by a name that only one has, else by a telephone that only
 * one has. So a corrected name or a corrected telephone stays the same person.
 */
export function matchMembers({ members: rows }: RosterHome, known: readonly Member[], planning: Planning): Matched {
  const free = new Set(known);
  const pairs = new Map<RosterMember, Member>();
  const faults: Fault[] = [];
  const waiting = new Set(rows);
  const pair = (row: RosterMember, member: Member): void => {
    pairs.set(row, member);
    free.delete(member);
    waiting.delete(row);
    if (row.code !== undefined && row.code !== member.actorId) faults.push(otherCode(row));
  };
  for (const rule of RULES) {
    for (const row of [...waiting]) {
      const found = onlyOne([...free].filter((member) => rule(row, member)));
      const rivals = [...waiting].filter((other) => found && rule(other, found));
      if (found && rivals.length <= 1) pair(row, found);
    }
  }
  // The log has codes whose names did not reach the vault: the rows that are left mean them, in their order.
  const nameless = [...free].filter(({ name }) => name === '');
  [...waiting].slice(0, nameless.length).forEach((row, index) => pair(row, nameless[index]!));
  const met = new Map([...pairs].map(([row, member]) => [member, row]));
  const kept = known.filter((member) => met.has(member) || !planning.departures);
  const stay = kept.map((member) => corrected(member, met.get(member)));
  const arrived = [...waiting].map((row) =>
    corrected({ actorId: row.code ?? planning.newCode(), name: row.name }, row),
  );
  return { members: [...stay, ...arrived], arrived: arrived.length, missing: free.size, faults };
}

const RULES: ((row: RosterMember, member: Member) => boolean)[] = [
  ({ code }, { actorId }) => code === actorId,
  ({ name }, member) => name === member.name,
  ({ telephone }, member) => telephone !== undefined && telephone === member.telephone,
];

const onlyOne = <T>(found: T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

function corrected({ actorId, name, telephone }: Member, row: RosterMember | undefined): Member {
  const number = row?.noTelephone ? undefined : (row?.telephone ?? telephone);
  return { actorId, name: row?.name ?? name, ...(number === undefined ? {} : { telephone: number }) };
}

const otherCode = ({ line }: RosterMember): Fault => ({
  line,
  field: 'code',
  wrong: 'differs from the code under which this resident is registered, and codes are not changed',
  remedy: 'leave the code empty or write the registered one; the rest of the line goes in',
});
