import type { Holders } from '../../application/charges.js';
import { rowsOf } from '../../application/reading.js';
import type { OrganisationLookup } from '../../application/policies.js';
import type { Runtime } from '../../application/runtime.js';

/** By grant, not by delegation: a duty that was passed on stays with who passed it on. */
export function holdersOf(runtime: Runtime): Holders {
  return async (role, territory) => {
    const rows = await rowsOf<{ holder: string }>(
      runtime,
      `select coalesce(g.organisation, g.actor_id) as holder
       from oversight.role_grant g
       where g.role = $1 and g.withdrawn_at is null and (g.expires_at is null or g.expires_at > $3)
         and (g.territory = $2 or starts_with($2, g.territory || '/'))
       order by length(g.territory) desc, g.granted_at, g.grant_id`,
      [role, territory, runtime.clock.now()],
    );
    return [...new Set(rows.map(({ holder }) => holder))];
  };
}

/** Roles in which an organisation has a desk that people come to, and answers for what happens there. */
const AT_A_DESK = [
  ...(['property-firm', 'platform', 'pickup-station', 'transporter'] as const),
  ...(['residents-committee', 'district-office'] as const),
];

export function organisationLookup(runtime: Runtime): OrganisationLookup {
  return async (organisation, place) => {
    const [found] = await rowsOf(
      runtime,
      `select 1 from oversight.role_grant g join oversight.actor a using (actor_id)
       where g.actor_id = $1 and a.kind = 'organisation' and g.role = any($2) and g.withdrawn_at is null
         and (g.territory = $3 or starts_with($3, g.territory || '/')) limit 1`,
      [organisation, AT_A_DESK, place],
    );
    return found !== undefined;
  };
}
