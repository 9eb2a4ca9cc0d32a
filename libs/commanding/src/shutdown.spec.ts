import { createLogger } from '@baogong/observability';
import { stopInOrder } from './shutdown.js';

const log = createLogger({ service: 'spec', level: 'silent' });

describe('stopping in order', () => {
  it('goes on past a step that fails and one that hangs, within the deadline', async () => {
    const stopped: string[] = [];
    const step = (what: string, stop: () => Promise<unknown>) => ({ what, stop: () => (stopped.push(what), stop()) });
    const began = performance.now();
    await stopInOrder(
      [
        step('timers', () => Promise.resolve()),
        step('consumers', () => Promise.reject(new Error('broken'))),
        step('store', () => new Promise(() => undefined)),
        step('database', () => Promise.resolve()),
      ],
      200,
      log,
    );
    expect(stopped).toEqual(['timers', 'consumers', 'store', 'database']);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
