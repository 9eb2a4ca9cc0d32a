import { loadSample } from '@baogong/sample';
import { crowd } from '../crowd.js';
import { until } from '../until.js';
import { WIDTH, type Setting } from './setting.js';

/** The district office registers organisations and volunteers; the committee registers the households. */
export async function register({ client, households, say }: Setting): Promise<void> {
  say(`registering ${households.length} households`);
  // A grant may still be on its way to the service that is asked: it knows no such place until then.
  const post = (path: string, body: unknown, sending: { as: string; key: string }) =>
    until(`${path} is accepted`, async () => {
      const answer = await client.command(path, body, sending);
      if (answer.status < 300) return true;
      if (answer.status === 404) return undefined;
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }).then(() => undefined);
  await loadSample(post, {
    households: households.length,
    volunteers: 40,
    width: WIDTH,
  });
  // A resident's role follows from the registration of the household, by way of oversight.
  await crowd(households, WIDTH, ({ householdId, members }) =>
    until(`household ${householdId} may act`, async () => {
      const { status } = await client.get(`households/${householdId}`, members[0]!.actorId);
      return status === 200 ? true : undefined;
    }),
  );
}
