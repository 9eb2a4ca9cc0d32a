import { createLogger, createMetrics, probeAll } from './index.js';

describe('observability', () => {
  it('writes no secret and no personal field into the log', () => {
    const lines: string[] = [];
    const log = createLogger({ service: 'orders', destination: { write: (line: string) => void lines.push(line) } });
    log.info({
      body: { name: '王芳', telephone: '13800000000' },
      headers: { authorization: 'Bearer t' },
      token: 'secret',
    });
    expect(lines.join('')).toContain('"service":"orders"');
    expect(lines.join('')).not.toMatch(/王芳|13800000000|Bearer t|secret/);
  });

  it('calls a part that fails, throws or hangs unavailable', async () => {
    const report = await probeAll([
      { name: 'good', check: async () => true },
      { name: 'thrown', check: async () => Promise.reject(new Error('down')) },
      { name: 'hanging', check: () => new Promise<boolean>(() => undefined) },
    ]);
    expect(report).toEqual({ status: 'unavailable', probes: { good: 'ok', thrown: 'failed', hanging: 'failed' } });
  });

  it('counts commands by service, action and outcome', async () => {
    const metrics = createMetrics();
    metrics.commands.inc({ service: 'orders', action: 'PlaceOrder', outcome: 'done' });
    expect(await metrics.text()).toContain(
      'baogong_commands_total{service="orders",action="PlaceOrder",outcome="done"} 1',
    );
  });
});
