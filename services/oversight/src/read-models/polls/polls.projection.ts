import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

const STATEMENTS: Record<string, string> = {
  PollOpened: `insert into oversight.poll (poll_id, place, policy_version, clause, parameter, least, most, options,
      opened_at, closes_at)
    select p."pollId", p.place, p."policyVersion", p.clause, p.parameter, p.least, p.most, p.options, $2, p."closesAt"
    from json_to_record($1::json) as p("pollId" text, place text, "policyVersion" int, clause text, parameter text,
      least int, most int, options json, "closesAt" text)
    on conflict do nothing`,
  PollClosed: `update oversight.poll o set outcome = p.outcome, votes = p.votes, counts = p.counts, value = p.value
    from json_to_record($1::json) as p("pollId" text, outcome text, votes int, counts json, value int)
    where o.poll_id = p."pollId" and $2 <> ''`,
  PollResultBound: `insert into oversight.poll_binding (poll_id, at, policy_version)
    select p."pollId", $2, p.version from json_to_record($1::json) as p("pollId" text, version int)
    on conflict do nothing`,
  PollResultUnbound: `insert into oversight.poll_binding (poll_id, at, code)
    select p."pollId", $2, p.code from json_to_record($1::json) as p("pollId" text, code text) on conflict do nothing`,
  DecisionRecorded: `insert into oversight.meeting_decision (decision_id, place, title, owner_role, owner_actor, due_at,
      recorded_at, status)
    select d."decisionId", d.place, d.title, d.owner->>'role', d.owner->>'actor', d."dueAt", $2, 'open'
    from json_to_record($1::json) as d("decisionId" text, place text, title text, owner json, "dueAt" text)
    on conflict do nothing`,
  DecisionOverdue: `update oversight.meeting_decision o set status = 'overdue'
    from json_to_record($1::json) as d("decisionId" text) where o.decision_id = d."decisionId" and $2 <> ''`,
  DecisionEnded: `update oversight.meeting_decision o set status = 'ended', ended_at = $2, outcome = d.outcome,
      reason = d.reason
    from json_to_record($1::json) as d("decisionId" text, outcome text, reason text)
    where o.decision_id = d."decisionId"`,
};

/** Each row depends on one stream. */
export const polls: Projection = {
  name: 'polls',
  source: 'oversight',
  handles: Object.keys(STATEMENTS),
  async apply(tx, records) {
    for (const record of records) await write(tx, record);
  },
};

async function write(tx: Tx, { type, data, at }: EventRecord): Promise<void> {
  await tx.query(STATEMENTS[type]!, [JSON.stringify(data), at]);
}
