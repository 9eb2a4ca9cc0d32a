import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

export interface ActorRow {
  actor_id: string;
  kind: 'person' | 'organisation';
  name: string | null;
  territory: string;
  registered_at: string;
}

export interface GrantRow {
  grant_id: string;
  actor_id: string;
  role: string;
  territory: string;
  organisation: string | null;
  expires_at: string | null;
  granted_at: string;
  withdrawn_at: string | null;
  /** Where the actor's stream stands. */
  actor_territory: string;
}

export interface Ask {
  territory: Territory;
  /** Only a committee meets its people one by one; to everyone above they are numbers. */
  persons: boolean;
  after: string;
  limit: number;
  actorId?: string;
}

export function actorRows(runtime: Runtime, { territory, persons, after, limit }: Ask): Promise<ActorRow[]> {
  return rowsOf<ActorRow>(
    runtime,
    `select * from oversight.actor
     where (territory = $1 or starts_with(territory, $1 || '/')) and (kind = 'organisation' or $2) and actor_id > $3
     order by actor_id limit $4`,
    [territory, persons, after, limit],
  );
}

export function grantRows(runtime: Runtime, { territory, persons, after, limit, actorId }: Ask): Promise<GrantRow[]> {
  return rowsOf<GrantRow>(
    runtime,
    `select g.*, a.territory as actor_territory
     from oversight.role_grant g join oversight.actor a using (actor_id)
     where (g.territory = $1 or starts_with(g.territory, $1 || '/')) and (a.kind = 'organisation' or $2)
       and g.grant_id > $3 and ($5::text is null or g.actor_id = $5) order by g.grant_id limit $4`,
    [territory, persons, after, limit, actorId ?? null],
  );
}

/** How many different persons hold each role; withdrawn and expired grants do not count. */
export async function personsByRole(runtime: Runtime, territory: Territory): Promise<Record<string, number>> {
  const rows = await rowsOf<{ role: string; persons: string }>(
    runtime,
    `select g.role, count(distinct g.actor_id) as persons
     from oversight.role_grant g join oversight.actor a using (actor_id)
     where (g.territory = $1 or starts_with(g.territory, $1 || '/')) and a.kind = 'person'
       and g.withdrawn_at is null and (g.expires_at is null or g.expires_at > $2)
     group by g.role order by g.role`,
    [territory, runtime.clock.now()],
  );
  return Object.fromEntries(rows.map(({ role, persons }) => [role, Number(persons)]));
}

export async function grantOf(runtime: Runtime, grantId: string): Promise<GrantRow | undefined> {
  const [row] = await rowsOf<GrantRow>(
    runtime,
    `select g.*, a.territory as actor_territory
     from oversight.role_grant g join oversight.actor a using (actor_id) where g.grant_id = $1`,
    [grantId],
  );
  return row;
}
