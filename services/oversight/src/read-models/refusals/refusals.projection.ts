import type { ActorRegistered, Context, DutyRefused } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import { communityOf, hashText } from '@baogong/kernel';

const SOURCES: Context[] = ['orders', 'inventory', 'delivery', 'oversight'];
const HOUR_LENGTH = '2026-01-01T00'.length;

/** Every service refuses; all refusals end in the same sums, whichever log is read first. */
export const refusals: Projection[] = SOURCES.map((source) => ({
  name: `refusals-${source}`,
  source,
  handles: ['DutyRefused'],
  async apply(tx, records) {
    await tx.query(
      `insert into oversight.refusal (community, hour, rule, role, action, organisation, basis, person, count)
       select r.community, r.hour, r.rule, r.role, r.action, r.organisation, min(r.basis), r.person, sum(r.count)
       from json_to_recordset($1::json) as r(community text, hour text, rule text, role text, action text,
         organisation text, basis text, person text, count bigint)
       group by r.community, r.hour, r.rule, r.role, r.action, r.organisation, r.person
       on conflict (community, hour, rule, role, action, organisation, person) do update
         set count = refusal.count + excluded.count, basis = least(refusal.basis, excluded.basis)`,
      [JSON.stringify(records.map(rowOf))],
    );
  },
}));

const markOf = (actor: string): string => hashText('refused', actor);

/** The marks of organisations: these may be named, where nobody told whom the refused one acts for. */
export const organisationMarks: Projection = {
  name: 'organisation-marks',
  source: 'oversight',
  handles: ['ActorRegistered'],
  async apply(tx, records) {
    const organisations = records
      .map(({ data }) => data as ActorRegistered)
      .filter(({ kind }) => kind === 'organisation')
      .map(({ actorId }) => ({ mark: markOf(actorId), actorId }));
    await tx.query(
      `insert into oversight.organisation_mark (mark, actor_id)
       select m.mark, m."actorId" from json_to_recordset($1::json) as m(mark text, "actorId" text) on conflict do nothing`,
      [JSON.stringify(organisations)],
    );
  },
};

/** Persons are counted, never named: the row keeps a mark by which two of them differ, and not who they are. */
function rowOf({ data, at }: EventRecord) {
  const { actor, organisation, role, action, rule, basis, territory, count } = data as DutyRefused;
  return {
    // Where it happened: the stream it stands on lies where this actor was refused for the first time.
    community: communityOf(territory) ?? territory,
    hour: at.slice(0, HOUR_LENGTH),
    rule,
    role,
    action,
    organisation: organisation ?? '',
    basis,
    person: markOf(actor),
    count,
  };
}
