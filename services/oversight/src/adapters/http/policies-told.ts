import type { PoliciesAt } from '../../application/policies.js';
import { sameAtEveryRisk } from '../../domain/policy/clause.js';
import { shortcomings } from '../../domain/policy/containment.js';
import { spelledOut, spelledOutAsGiven, type SpelledOut } from '../../domain/policy/difference-words.js';
import type { PolicyEvent, PolicyVersion } from '../../domain/policy/messages.js';
import { BASE } from '../../domain/policy/policy.js';

/** What is in force, and each version on the way down with its difference from the one above it. */
export function policiesTold({ chain, inForce, upcoming }: PoliciesAt) {
  const lineage = chain.map((one, index) => ({
    ...versionTold(one),
    difference: differenceOf(chain[index - 1] ?? { ...BASE, territory: one.territory }, one),
  }));
  return { version: inForce.version, inForce: versionTold(inForce), lineage, upcoming: upcoming.map(versionTold) };
}

export function versionTold({ keeps: _keeps, ...version }: PolicyVersion) {
  return { ...version, sameAtEveryRisk: sameAtEveryRisk(version.clauses) };
}

/** What the decision of an office or a committee led to: a version, always. */
export function decidedTold({ type, data }: PolicyEvent) {
  if (type === 'PollResultBound' || type === 'PollResultUnbound') throw new Error('no poll was asked about');
  return versionTold(data);
}

export interface Both {
  narrower: SpelledOut[];
  wider: SpelledOut[];
}

/** What a version takes away of the one above it, and what it adds, at its own places. */
function differenceOf(above: PolicyVersion, below: PolicyVersion): Both | { tooIntricate: true } {
  const place = below.territory;
  const taken = shortcomings({ floor: above.clauses, asked: below.clauses, place });
  const added = shortcomings({ floor: below.clauses, asked: above.clauses, place });
  if (!taken || !added) return { tooIntricate: true };
  return { narrower: taken.map(spelledOut), wider: added.map(spelledOutAsGiven) };
}
