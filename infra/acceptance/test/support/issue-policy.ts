import type { World } from './world.js';
import { OFFICE } from './world.js';

const SOURCE = { title: 'Notice 12 of the district command', article: 'article 3' };

/** Others issue for their communities meanwhile: the district's next number is asked for until it is ours. */
export async function issuePolicy(world: World, policy: { territory: string; clauses: object[] }): Promise<number> {
  for (let version = 1; ;) {
    const asked = { version, parentVersion: 0, source: SOURCE, ...policy };
    const { status, body } = await world.client.command('policies', asked, { as: OFFICE });
    if (status === 201) return version;
    if (body['code'] !== 'version-must-rise-by-one') throw new Error(JSON.stringify(body));
    version = Number((body['params'] as { last: number }).last) + 1;
  }
}
