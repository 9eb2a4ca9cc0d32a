import { loadSample } from '@baogong/sample';
import { WIDTH, type Setting } from './setting.js';

/** The district office registers organisations and volunteers; the committee registers the households. */
export async function register({ client, households, say }: Setting): Promise<void> {
  say(`registering ${households.length} households`);
  await loadSample(async (path, body, sending) => void (await client.must(path, body, sending)), {
    households: households.length,
    width: WIDTH,
  });
}
