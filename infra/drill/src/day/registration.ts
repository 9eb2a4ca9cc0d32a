import { loadSample } from '@baogong/sample';
import { crowd } from '../crowd.js';
import { until } from '../until.js';
import { WIDTH, type Setting } from './setting.js';

/** The district office registers organisations and volunteers; the committee registers the households. */
export async function register({ client, households, say }: Setting): Promise<void> {
  say(`registering ${households.length} households`);
  await loadSample(async (path, body, sending) => void (await client.must(path, body, sending)), {
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
