import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startInstance } from '@baogong/drill';

const FILE = resolve(import.meta.dirname, '../../../docs/openapi.json');

/** The document of the running whole, as it is served; a test compares the two. */
const instance = await startInstance({ mode: 'embedded' });
try {
  const response = await fetch(`${instance.address}/api/docs/openapi.json`);
  if (!response.ok) throw new Error(`no document: ${response.status}`);
  writeFileSync(FILE, `${JSON.stringify(await response.json(), null, 2)}\n`);
  process.stdout.write(`${FILE} is written\n`);
} finally {
  await instance.stop();
}
