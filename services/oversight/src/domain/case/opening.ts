import { accept, reject, type By, type Decision } from '@baogong/decider';
import { addMinutes, hashText } from '@baogong/kernel';
import { firstOwner, type Assigned, type Desk } from './owners.js';
import type { CaseCommand, CaseEvent, CaseRejection, CaseState, Opening, Side } from './messages.js';
import { severityOf, type CaseKind } from './severity.js';

type Ask = Extract<CaseCommand, { type: 'OpenCase' }>;

/** Who asks for an exception in hardship hears within two hours. */
const HARDSHIP_MINUTES = 120;
/** The other side of a dispute is heard within this time, or the dispute goes on without it. */
const STATEMENT_MINUTES = 4 * 60;
const NUMBER_DIGITS = 10;

export function openCase({ at, by, data }: Ask, state: CaseState): Decision<CaseEvent, CaseRejection> {
  if (state.status !== 'none') return reject('already-opened');
  const { desks, words = false, ...opening } = data;
  const fault = reporterFault(by, opening) ?? partyFault(by, { ...opening, words, desks });
  if (fault) return reject(fault);
  const assigned = firstOwner(desks, opening);
  if (!assigned) return reject('nobody-answers');
  return accept({
    type: 'CaseOpened',
    at,
    data: {
      ...opening,
      number: numberOf(opening.caseId),
      severity: severityOf(opening.kind, opening),
      owner: assigned.owner,
      level: 0,
      clock: 1,
      dueAt: addMinutes(at, minutesFor(opening.kind, assigned)),
      openedBy: [...new Set([by.actor, by.organisation])],
      side: sideOf(by, opening),
      ...(words ? { statement: 1 } : {}),
      ...(opening.kind === 'dispute' ? { statementDueAt: addMinutes(at, STATEMENT_MINUTES) } : {}),
    },
  });
}

export function minutesFor(kind: CaseKind, { minutes }: Assigned): number {
  return kind === 'hardship' ? Math.min(minutes, HARDSHIP_MINUTES) : minutes;
}

/** Ten digits that can be said on a telephone, such as `04123-45678`; the same for the same case. */
export function numberOf(caseId: string): string {
  const digits = BigInt(`0x${hashText('case-number', caseId).slice(0, 16)}`) % 10n ** BigInt(NUMBER_DIGITS);
  return String(digits)
    .padStart(NUMBER_DIGITS, '0')
    .replace(/^(\d{5})/, '$1-');
}

function reporterFault(by: By, { kind, householdId }: Opening): CaseRejection | undefined {
  if (by.role === 'resident' && (householdId === undefined || !by.households.includes(householdId)))
    return 'not-your-household';
  const needsHousehold = kind === 'need' || kind === 'hardship' || kind === 'dispute';
  return needsHousehold && householdId === undefined ? 'household-missing' : undefined;
}

function partyFault(
  by: By,
  { kind, about, words, desks }: Opening & { words: boolean; desks: Desk[] },
): CaseRejection | undefined {
  const known = about === undefined || desks.some(({ actors }) => actors.includes(about));
  if (!known) return 'unknown-organisation';
  if (kind !== 'dispute') return undefined;
  if (about === undefined) return 'other-side-missing';
  return words ? undefined : 'statement-missing';
}

function sideOf({ actor, organisation, role, households }: By, { kind, about, householdId }: Opening): Side {
  if (kind === 'dispute') return about === organisation || about === actor ? 'other-side' : 'household';
  const own = role === 'resident' && householdId !== undefined && households.includes(householdId);
  return own ? 'household' : 'reporter';
}
