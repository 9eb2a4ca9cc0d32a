import type { ActorRegistered, RoleGranted, RoleWithdrawn } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

type Rows = Pick<EventRecord, 'at' | 'territory' | 'data'>[];

/** Each row depends on one actor's stream: registered, granted and withdrawn come in their order. */
export const actors: Projection = {
  name: 'actors',
  source: 'oversight',
  handles: ['ActorRegistered', 'RoleGranted', 'RoleWithdrawn'],
  async apply(tx, records) {
    const of = (type: string): Rows => records.filter((record) => record.type === type);
    await register(tx, of('ActorRegistered'));
    await grant(tx, of('RoleGranted'));
    await withdraw(tx, of('RoleWithdrawn'));
  },
};

async function register(tx: Tx, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ at, territory, data }) => ({ ...(data as ActorRegistered), territory, at }));
  await tx.query(
    `insert into oversight.actor (actor_id, kind, name, territory, registered_at)
     select a."actorId", a.kind, a.name, a.territory, a.at
     from json_to_recordset($1::json) as a("actorId" text, kind text, name text, territory text, at text)
     on conflict do nothing`,
    [JSON.stringify(values)],
  );
}

async function grant(tx: Tx, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into oversight.role_grant (grant_id, actor_id, role, territory, organisation, expires_at, granted_at)
     select g."grantId", g."actorId", g.role, g.territory, g.organisation, g."expiresAt", g.at
     from json_to_recordset($1::json) as g("grantId" text, "actorId" text, role text, territory text,
       organisation text, "expiresAt" text, at text)
     on conflict do nothing`,
    [JSON.stringify(rows.map(({ at, data }) => ({ ...(data as RoleGranted), at })))],
  );
}

async function withdraw(tx: Tx, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update oversight.role_grant g set withdrawn_at = w.at
     from json_to_recordset($1::json) as w("grantId" text, at text) where g.grant_id = w."grantId"`,
    [JSON.stringify(rows.map(({ at, data }) => ({ grantId: (data as RoleWithdrawn).grantId, at })))],
  );
}
