import { requireTopics } from '@baogong/event-pipe';
import { withDatabase } from '@baogong/event-store';
import { memoryTrouble, Trouble, trouble } from '@baogong/operation';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyBrokerAnswers } from './broker-probe.js';
import type { Settings } from './settings.js';

type Needed = Pick<Settings, 'ownerUrl' | 'appUrl' | 'brokers' | 'patienceSeconds'>;

/** Enough for one service with its caches; measured at 92 to 140 MB in use. */
const MEMORY_MB = 128;
const AGAIN_MS = 500;

/** What a service needs around it. Databases and brokers start when they start: they are waited for, then told. */
export async function requireSurroundings({ ownerUrl, appUrl, brokers, patienceSeconds }: Needed): Promise<void> {
  const tooSmall = memoryTrouble(MEMORY_MB);
  if (tooSmall) throw tooSmall;
  const end = Date.now() + patienceSeconds * 1000;
  for (const url of [ownerUrl, appUrl]) await patiently(end, () => withDatabase(url, () => Promise.resolve()));
  await patiently(end, async () => {
    if (!(await anyBrokerAnswers(brokers))) {
      throw trouble('broker-unreachable', { brokers: brokers.join(','), seconds: patienceSeconds });
    }
  });
  await requireTopics(brokers);
}

async function patiently(end: number, attempt: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const mayCome = error instanceof Trouble && /unreachable$/.test(error.code ?? '');
      if (!mayCome || Date.now() >= end) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
