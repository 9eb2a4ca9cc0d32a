import type {
  BreachSettled,
  DutyEscalated,
  DutyFulfilled,
  DutyLapsed,
  DutyRescheduled,
  DutyStarted,
} from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { communityOf } from '@baogong/kernel';
import { keepNoted, NOTES } from './noted-duties.js';

type Columns = Record<string, string | number | boolean | undefined>;
type Told = Pick<EventRecord, 'at' | 'data'>;

const COLUMNS: Record<string, (told: Told) => Columns> = {
  DutyStarted({ data }) {
    const { action, territory, subject, rule, role, owner, startedAt, dueAt } = data as DutyStarted;
    const where = { territory, community: communityOf(territory) ?? territory };
    const about = { action, ...where, subject_kind: subject.kind, subject_id: subject.id };
    return { ...about, rule, role, owner, started_at: startedAt, due_at: dueAt, status: 'running', level: 0 };
  },
  DutyRescheduled({ data }) {
    const { rule, dueAt } = data as DutyRescheduled;
    return { rule, due_at: dueAt };
  },
  DutyBreached: ({ at }) => ({ status: 'breached', breached_at: at }),
  DutyEscalated({ data }) {
    const { level, role, owner, dueAt } = data as DutyEscalated;
    return { level, answer_role: role, answer_owner: owner, due_at: dueAt };
  },
  DutyUnanswered: ({ at }) => ({ status: 'unanswered', ended_at: at }),
  DutyFulfilled({ at, data }) {
    return { status: 'fulfilled', ended_at: at, late: (data as DutyFulfilled).late };
  },
  DutyLapsed({ at, data }) {
    return { status: 'lapsed', ended_at: at, outcome: (data as DutyLapsed).reason };
  },
  BreachSettled({ at, data }) {
    return { status: 'settled', ended_at: at, outcome: (data as BreachSettled).outcome };
  },
};

/** All events of an obligation stand on its stream: the later one overwrites what it speaks of. */
export const obligations: Projection = {
  name: 'obligations',
  source: 'oversight',
  handles: [...Object.keys(COLUMNS), ...NOTES],
  async apply(tx, records) {
    await keepNoted(tx, records);
    await keepRows(
      tx,
      records.filter(({ type }) => type in COLUMNS),
    );
  },
};

async function keepRows(tx: Tx, records: EventRecord[]): Promise<void> {
  const rows = new Map<string, Columns>();
  const begun: string[] = [];
  for (const { type, at, data } of records) {
    const { obligationId } = data as { obligationId: string };
    const columns = COLUMNS[type]!({ at, data });
    if (type === 'DutyStarted') begun.push(obligationId);
    const before = type === 'DutyStarted' ? {} : rows.get(obligationId);
    rows.set(obligationId, { ...before, ...columns, obligation_id: obligationId });
  }
  if (rows.size === 0) return;
  // What begins again is written anew.
  if (begun.length > 0)
    await tx.query('delete from oversight.obligation where obligation_id = any($1::text[])', [begun]);
  await tx.query(
    `insert into oversight.obligation as o
     select * from json_populate_recordset(null::oversight.obligation, $1::json)
     on conflict (obligation_id) do update set
       rule = coalesce(excluded.rule, o.rule), due_at = coalesce(excluded.due_at, o.due_at),
       status = coalesce(excluded.status, o.status), level = coalesce(excluded.level, o.level),
       answer_role = coalesce(excluded.answer_role, o.answer_role),
       answer_owner = coalesce(excluded.answer_owner, o.answer_owner),
       breached_at = coalesce(excluded.breached_at, o.breached_at),
       ended_at = coalesce(excluded.ended_at, o.ended_at), late = coalesce(excluded.late, o.late),
       outcome = coalesce(excluded.outcome, o.outcome)`,
    [JSON.stringify([...rows.values()])],
  );
}
