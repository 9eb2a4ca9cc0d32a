import type { CoverageFacts, Holder, Mark } from '../../application/coverage.js';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

const LIVE = `g.withdrawn_at is null and (g.expires_at is null or g.expires_at > $2) and g.role <> 'resident'`;

export function coverageFacts(runtime: Runtime): CoverageFacts {
  return {
    async communities(place) {
      const rows = await rowsOf<{ community: string | null }>(
        runtime,
        `select distinct substring(g.territory from '^(?:[^/]+/)*c-[^/]+') as community
         from oversight.role_grant g
         where (g.territory = $1 or starts_with(g.territory, $1 || '/') or starts_with($1, g.territory || '/')) and ${LIVE}
         order by 1`,
        [place, runtime.clock.now()],
      );
      const at = /^(?:[^/]+\/)*c-[^/]+/.exec(place)?.[0];
      return at === undefined ? rows.flatMap(({ community }) => community ?? []) : [at];
    },
    holders: (place) =>
      rowsOf<Holder>(
        runtime,
        `select g.role, g.territory, coalesce(g.organisation, g.actor_id) as organisation, g.expires_at as "expiresAt"
         from oversight.role_grant g
         where (g.territory = $1 or starts_with(g.territory, $1 || '/') or starts_with($1, g.territory || '/')) and ${LIVE}`,
        [place, runtime.clock.now()],
      ),
    marks: (place, from, to) =>
      rowsOf<Mark>(
        runtime,
        `select h.territory, h.action, h.hour, h.kind, h.actor, h.organisation, coalesce(a.kind = 'person', false) as person
         from oversight.duty_hour h left join oversight.actor a on a.actor_id = h.actor
         where (h.territory = $1 or starts_with(h.territory, $1 || '/') or starts_with($1, h.territory || '/'))
           and h.hour >= $2 and h.hour < $3`,
        [place, from, to],
      ),
  };
}
