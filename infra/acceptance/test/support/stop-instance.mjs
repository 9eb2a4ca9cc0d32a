import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningInstance } from '@baogong/start';

const STOP_MS = 20_000;

/** A test may have killed the instance that was started here, and started it again. */
export default async function stop() {
  const instance = globalThis.baogongUnderTest;
  if (!instance) return;
  const after = runningInstance(instance.data);
  if (after && after.pid !== instance.process.pid) {
    process.kill(after.pid, 'SIGTERM');
    for (let waited = 0; runningInstance(instance.data) && waited < STOP_MS; waited += 100) await pause(100);
  }
  await instance.stop();
  rmSync(dirname(process.env.BAOGONG_ACCEPTANCE_PLACE), { recursive: true, force: true });
}
