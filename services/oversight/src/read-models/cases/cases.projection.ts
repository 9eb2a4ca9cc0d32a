import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

const STATUS: Record<string, string> = {
  CaseAnswered: 'answered',
  DisputeMediated: 'answered',
  CaseEscalated: 'open',
  CaseReopened: 'open',
  CaseOverdue: 'overdue',
  CaseSampled: 'visit-due',
  CaseClosed: 'closed',
};

/** Each row depends on one stream, whose events come in their order. */
export const cases: Projection = {
  name: 'cases',
  source: 'oversight',
  handles: ['CaseOpened', 'FactVerified', ...Object.keys(STATUS)],
  async apply(tx, records) {
    for (const record of records) await (record.type === 'CaseOpened' ? insert(tx, record) : update(tx, record));
  },
};

async function insert(tx: Tx, { data, at }: EventRecord): Promise<void> {
  await tx.query(
    `insert into oversight.feedback_case (case_id, number, kind, subject, item_class, sku, about, place, household_id,
       severity, status, level, owner_role, owner_actor, due_at, opened_at)
     select c."caseId", c.number, c.kind, c.subject, c."itemClass", c.sku, c.about, c.place, c."householdId",
       c.severity, 'open', c.level, c.owner->>'role', c.owner->>'actor', c."dueAt", $2
     from json_to_record($1::json) as c("caseId" text, number text, kind text, subject text, "itemClass" text, sku text,
       about text, place text, "householdId" text, severity int, level int, owner json, "dueAt" text)
     on conflict do nothing`,
    [JSON.stringify(data), at],
  );
}

async function update(tx: Tx, { type, data, at }: EventRecord): Promise<void> {
  const status = STATUS[type];
  const told = {
    ...(data as object),
    status,
    ...(status === 'answered' ? { answeredAt: at } : {}),
    ...(status === 'closed' ? { closedAt: at } : {}),
  };
  await tx.query(
    `update oversight.feedback_case c set
       status = coalesce(n.status, c.status), severity = coalesce(n.severity, c.severity),
       owner_role = coalesce(n.owner->>'role', c.owner_role), owner_actor = coalesce(n.owner->>'actor', c.owner_actor),
       level = coalesce(n.level, c.level), due_at = coalesce(n."dueAt", c.due_at),
       item_class = coalesce(n."itemClass", c.item_class), answered_at = coalesce(n."answeredAt", c.answered_at),
       closed_at = n."closedAt", how = n.how
     from json_to_record($1::json) as n("caseId" text, status text, severity int, owner json, level int, "dueAt" text,
       "itemClass" text, "answeredAt" text, "closedAt" text, how text)
     where c.case_id = n."caseId"`,
    [JSON.stringify(told)],
  );
}
