import type { Acting } from '@baogong/client';
import { communityOf, isTerritory } from '@baogong/kernel';
import { Misuse } from '../command.js';

/** The community a list is about: the one named, or the only one in which the actor holds a role that they may read. */
export async function communityFor(acting: Acting, asked: string | undefined): Promise<string> {
  if (asked !== undefined) {
    if (isTerritory(asked) && communityOf(asked) === asked) return asked;
    throw new Misuse('--community is the path of a community, such as d-pudong/s-weifang/c-y.');
  }
  const answer = await acting.get('/api/v1/grants', { query: { actorId: acting.actor, limit: 100 } });
  const grants = answer.ok ? answer.body.items : [];
  const found = new Set(grants.flatMap(({ territory }) => communityOf(territory) ?? []));
  const [only] = found;
  if (found.size === 1 && only !== undefined) return only;
  throw new Misuse('Which community? Name it with --community PATH, such as d-pudong/s-weifang/c-y.');
}
