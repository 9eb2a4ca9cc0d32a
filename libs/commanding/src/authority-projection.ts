import type { DutyMatrixActivated, PostureSwitched, RoleGranted, RoleWithdrawn } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

const NEXT = 'update authority.change set seq = seq + 1 returning seq';

/** Every row is a fold that does not depend on the order across shards: a withdrawal seen before its grant holds. */
export function authorityProjection(applied: () => void = () => undefined): Projection {
  return {
    name: 'authority',
    source: 'oversight',
    handles: ['RoleGranted', 'RoleWithdrawn', 'DutyMatrixActivated', 'PostureSwitched'],
    async apply(tx, records) {
      const [change] = await tx.query<{ seq: string }>(NEXT);
      const seq = change!.seq;
      await grant(tx, seq, dataOf<RoleGranted>(records, 'RoleGranted'));
      await withdraw(tx, seq, dataOf<RoleWithdrawn>(records, 'RoleWithdrawn'));
      for (const matrix of dataOf<DutyMatrixActivated>(records, 'DutyMatrixActivated')) await activate(tx, seq, matrix);
      for (const record of records.filter(({ type }) => type === 'PostureSwitched')) await turn(tx, seq, record);
      applied();
    },
  };
}

function dataOf<T>(records: EventRecord[], type: string): T[] {
  return records.filter((record) => record.type === type).map(({ data }) => data as T);
}

async function grant(tx: Tx, seq: string, granted: RoleGranted[]): Promise<void> {
  if (granted.length === 0) return;
  await tx.query(
    `insert into authority.role_grant (grant_id, actor, role, territory, organisation, expires_at, seq)
     select distinct on (g."grantId") g."grantId", g."actorId", g.role, g.territory, g.organisation, g."expiresAt", $2::bigint
     from json_to_recordset($1::json) as g("grantId" text, "actorId" text, role text, territory text,
       organisation text, "expiresAt" text)
     on conflict (grant_id) do update set actor = excluded.actor, role = excluded.role,
       territory = excluded.territory, organisation = excluded.organisation, expires_at = excluded.expires_at,
       seq = excluded.seq`,
    [JSON.stringify(granted), seq],
  );
}

async function withdraw(tx: Tx, seq: string, withdrawn: RoleWithdrawn[]): Promise<void> {
  if (withdrawn.length === 0) return;
  await tx.query(
    `insert into authority.role_grant (grant_id, actor, withdrawn, seq)
     select distinct on (g."grantId") g."grantId", g."actorId", true, $2::bigint
     from json_to_recordset($1::json) as g("grantId" text, "actorId" text)
     on conflict (grant_id) do update set withdrawn = true, seq = excluded.seq`,
    [JSON.stringify(withdrawn), seq],
  );
}

async function activate(tx: Tx, seq: string, { version, rules }: DutyMatrixActivated): Promise<void> {
  await tx.query(
    `insert into authority.duty_matrix (version, rules, seq) values ($1, $2::json, $3)
     on conflict (version) do update set rules = excluded.rules, seq = excluded.seq`,
    [version, JSON.stringify(rules), seq],
  );
}

async function turn(tx: Tx, seq: string, { data, at, shard, pos }: EventRecord): Promise<void> {
  const { posture, territory } = data as PostureSwitched;
  await tx.query(
    `insert into authority.posture (territory, posture, at, shard, pos, seq) values ($1, $2, $3, $4, $5, $6)
     on conflict (territory) do update set posture = excluded.posture, at = excluded.at, shard = excluded.shard,
       pos = excluded.pos, seq = excluded.seq
     where (posture.at, posture.shard, posture.pos) < (excluded.at, excluded.shard, excluded.pos)`,
    [territory, posture, at, shard, pos, seq],
  );
}
