import type { EventRecord, Projection } from '@baogong/event-pipe';
import { communityOf } from '@baogong/kernel';

/** What is counted of oversight's own events, whatever topic they belong to. */
export type TallyKind = 'breach' | 'case-opened' | 'case-closed' | 'rule-accepted' | 'rule-rejected' | 'bulletin';

const KINDS: Record<string, TallyKind> = {
  DutyBreached: 'breach',
  CaseOpened: 'case-opened',
  CaseClosed: 'case-closed',
  LocalRuleAccepted: 'rule-accepted',
  LocalRuleRejected: 'rule-rejected',
  BulletinPublished: 'bulletin',
};

interface Whose {
  territory?: string;
  place?: string;
  proposedBy?: string;
  owner?: string | { actor: string };
}

/** Sums by community, hour and whose it is; events that no topic appends yet are simply none. */
export const tally: Projection = {
  name: 'tally',
  source: 'oversight',
  handles: Object.keys(KINDS),
  async apply(tx, records) {
    await tx.query(
      `insert into oversight.tally_hour as s (community, hour, kind, actor, count)
       select community, hour, kind, actor, sum(count)
       from json_to_recordset($1::json) as t(community text, hour text, kind text, actor text, count int)
       group by 1, 2, 3, 4 order by 1, 2, 3, 4
       on conflict (community, hour, kind, actor) do update set count = s.count + excluded.count`,
      [JSON.stringify(records.map(rowOf))],
    );
  },
};

function rowOf({ type, at, territory, data }: EventRecord) {
  const { territory: told, place, proposedBy, owner } = data as Whose;
  const where = told ?? place ?? territory;
  const actor = proposedBy ?? (typeof owner === 'object' ? owner.actor : owner) ?? '';
  return { community: communityOf(where) ?? where, hour: at.slice(0, 13), kind: KINDS[type], actor, count: 1 };
}
