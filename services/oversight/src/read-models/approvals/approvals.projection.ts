import type {
  ApprovalClockSet,
  ApprovalDeclined,
  ApprovalForwarded,
  ApprovalGranted,
  ApprovalRequested,
  ApprovalStepsGrew,
} from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import { weekOf } from '../../domain/approval-steps/approval-steps.js';

type Columns = Record<string, unknown>;
type Told = Pick<EventRecord, 'at' | 'data'>;

const COLUMNS: Record<string, (told: Told) => Columns> = {
  ApprovalRequested({ at, data }) {
    const { action, territory, subject, reason, requestedBy, role, at: hop } = data as ApprovalRequested;
    const asked = { action, territory, subject, reason, requested_by: requestedBy, role };
    return { ...asked, requested_at: at, status: 'pending', ...hopColumns(hop) };
  },
  ApprovalForwarded: ({ data }) => hopColumns((data as ApprovalForwarded).at),
  ApprovalClockSet: ({ data }) => ({ due_at: (data as ApprovalClockSet).dueAt, clocked: true }),
  ApprovalClockStopped: () => ({ due_at: null, clocked: false }),
  ApprovalGranted: (told) => endColumns('granted', told),
  ApprovalTacitlyGranted: (told) => endColumns('tacit', told),
  ApprovalDeclined: (told) => ({ ...endColumns('declined', told), answer: (told.data as ApprovalDeclined).reason }),
};

const hopColumns = ({ hop, role, office, dueAt }: ApprovalRequested['at']): Columns => ({
  ...{ hop, office_role: role, office },
  ...{ due_at: dueAt ?? null, clocked: dueAt !== undefined },
});

function endColumns(status: string, { at, data }: Told): Columns {
  const { waitedMinutes } = data as ApprovalGranted;
  return { status, ended_at: at, week: weekOf(at), waited_minutes: waitedMinutes };
}

/** All events of an approval stand on its stream: the row is read, what they speak of is overwritten, and written again. */
export const approvals: Projection = {
  name: 'approvals',
  source: 'oversight',
  handles: Object.keys(COLUMNS),
  async apply(tx, records) {
    const ids = [...new Set(records.map(({ data }) => (data as { approvalId: string }).approvalId))];
    const known = await tx.query<{ approval_id: string }>(
      'select * from oversight.approval where approval_id = any($1::text[])',
      [ids],
    );
    const rows = new Map<string, Columns>(known.map((row) => [row.approval_id, row]));
    for (const { type, at, data } of records) {
      const { approvalId } = data as { approvalId: string };
      rows.set(approvalId, { ...rows.get(approvalId), ...COLUMNS[type]!({ at, data }), approval_id: approvalId });
    }
    await tx.query('delete from oversight.approval where approval_id = any($1::text[])', [ids]);
    await tx.query(
      'insert into oversight.approval select * from json_populate_recordset(null::oversight.approval, $1::json)',
      [JSON.stringify([...rows.values()])],
    );
  },
};

export const approvalGrowth: Projection = {
  name: 'approval-growth',
  source: 'oversight',
  handles: ['ApprovalStepsGrew'],
  async apply(tx, records) {
    await tx.query(
      `insert into oversight.approval_growth (district, action, week, before, now)
       select g.district, g.action, g.week, g.before, g.now
       from json_to_recordset($1::json) as g(district text, action text, week text, before json, now json)
       on conflict do nothing`,
      [JSON.stringify(records.map(({ data }) => data as ApprovalStepsGrew))],
    );
  },
};
