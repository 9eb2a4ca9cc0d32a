import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInstance } from '@baogong/drill';
import { installedDatabases } from '@baogong/start';

/** Before all files: they share one instance, each in communities of its own. */
export default async function start() {
  const mode = process.env.BAOGONG_ACCEPTANCE ?? 'embedded';
  if (!['embedded', 'kafka', 'compose'].includes(mode)) {
    throw new Error(`BAOGONG_ACCEPTANCE=${mode}: embedded, kafka or compose`);
  }
  // Containers run already; who started them has told their address.
  if (mode === 'compose') return;
  // The suppliers of the tests listen on this machine.
  process.env.BAOGONG_WEBHOOKS_LOOPBACK = 'allow';
  const instance = await startInstance({ mode });
  globalThis.baogongUnderTest = instance;
  process.env.BAOGONG_ACCEPTANCE = mode;
  const { address, data } = instance;
  const place = join(mkdtempSync(join(tmpdir(), 'baogong-place-')), 'place.json');
  writeFileSync(place, JSON.stringify({ address, data, databases: installedDatabases(data) }), { mode: 0o600 });
  process.env.BAOGONG_ACCEPTANCE_PLACE = place;
}
