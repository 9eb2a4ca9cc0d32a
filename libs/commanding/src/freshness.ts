import type { EventPipe, ReadRequest, StartedConsumers } from '@baogong/event-pipe';
import { millisOf } from '@baogong/kernel';
import type { ServiceRuntime } from './types.js';

const ASK_MS = 1000;
/** How old the oldest event not yet applied may be: under steady traffic some event is always on its way. */
const LATE_SECONDS = 2;
const OVERSIGHT = 'oversight';

export interface FreshnessOptions {
  runtime: Pick<ServiceRuntime, 'authority' | 'clock' | 'log'>;
  consumers: Pick<StartedConsumers, 'lag'>;
  /** Of oversight's log. */
  read: EventPipe['read'] | ((request: ReadRequest) => Promise<{ at: string }[]>);
  /** How far the copy has come on a shard, whichever replica of the service brought it there. */
  applied(shard: number): Promise<number>;
}

/**
 * Confirms the copy of authority while its consumer is caught up and oversight's log still answers: silence alone
 * cannot be told from a cut wire. Each second another shard is asked what comes after the cursor, be it of this replica
 * or of another.
 */
export function keepConfirmed(options: FreshnessOptions): { close(): Promise<void> } {
  let turn = 0;
  let asking = Promise.resolve();
  const timer = setInterval(() => {
    turn += 1;
    asking = askOnce(options, turn).catch((error: unknown) => {
      options.runtime.log.debug({ err: error }, 'oversight did not answer');
    });
  }, ASK_MS);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
      return asking;
    },
  };
}

async function askOnce({ runtime, consumers, read, applied }: FreshnessOptions, turn: number): Promise<void> {
  const shards = consumers.lag().filter(({ consumer }) => consumer === 'authority');
  if (
    shards.length === 0 ||
    shards.some(({ events, seconds, quarantined }) => quarantined || (events > 0 && seconds > LATE_SECONDS))
  )
    return;
  const { shard, at } = shards[turn % shards.length]!;
  const from = Math.max(at, await applied(shard));
  const [later] = await read({ source: OVERSIGHT, shard, from, limit: 1 });
  if (later && millisOf(runtime.clock.now()) - millisOf(later.at) > LATE_SECONDS * 1000) return;
  runtime.authority.confirm();
}
