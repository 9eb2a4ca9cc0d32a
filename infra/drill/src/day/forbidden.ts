import { COMMUNITY } from '@baogong/sample';
import type { Setting } from './setting.js';

/** What nobody may do: each must be refused with the rule, its basis and whom to turn to. */
export async function tryForbidden({ client, households, say }: Setting, roundId: string): Promise<void> {
  const resident = households[0]!.members[0]!.actorId;
  const attempts: [as: string, path: string, body: unknown][] = [
    [resident, `rounds/${roundId}/closing`, { reason: 'enough' }],
    ['pf-y', 'posture', { posture: 'normal', territory: COMMUNITY, reason: 'no need any more' }],
    ['ps-1', `rounds/${roundId}/closing`, { reason: 'shelf is full' }],
    ['gp-1', 'actors', { id: 'x-1', kind: 'organisation', name: 'x', territory: COMMUNITY }],
    ['vo-001', `rounds/${roundId}/closing`, { reason: 'tired' }],
  ];
  for (const [as, path, body] of attempts) {
    const { status, body: problem } = await client.command(path, body, { as, action: 'forbidden' });
    const told = typeof problem['rule'] === 'string' && problem['basis'] && problem['appeal'];
    if (status !== 403 || !told) throw new Error(`${as} ${path}: ${status} ${JSON.stringify(problem)}`);
  }
  say(`${attempts.length} forbidden acts were refused`);
}
