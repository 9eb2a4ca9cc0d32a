import type { Projection } from '@baogong/event-pipe';

const STATEMENTS: Record<string, string> = {
  HelpCalled: `insert into oversight.help_call (call_id, territory, actions, from_at, to_at, places, called_at)
    select c."callId", c.territory, c.actions, c."from", c."to", c.places, $2
    from json_to_record($1::json) as c("callId" text, territory text, actions json, "from" text, "to" text, places int)
    on conflict do nothing`,
  HelpSignedUp: `update oversight.help_call o set taken = taken + 1
    from json_to_record($1::json) as c("callId" text) where o.call_id = c."callId" and $2 <> ''`,
  HelpCallEnded: `update oversight.help_call o set how = c.how, reason = c.reason
    from json_to_record($1::json) as c("callId" text, how text, reason text)
    where o.call_id = c."callId" and $2 <> ''`,
};

/** Each row depends on one stream. */
export const helpCalls: Projection = {
  name: 'help-calls',
  source: 'oversight',
  handles: Object.keys(STATEMENTS),
  async apply(tx, records) {
    for (const { type, data, at } of records) await tx.query(STATEMENTS[type]!, [JSON.stringify(data), at]);
  },
};
