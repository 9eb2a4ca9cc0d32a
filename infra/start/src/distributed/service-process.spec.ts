import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ServiceProcess } from './service-process.js';

describe('the process of a service', () => {
  it('is explained when its memory ran out, and started again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baogong-process-'));
    const program = join(folder, 'leak.mjs');
    writeFileSync(program, 'const kept = []; for (;;) kept.push(Array.from({ length: 1e5 }, (_, at) => ({ at })));');
    const said: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((words) => said.push(String(words)) > 0);
    const pids = new Set<number>();
    const service = await new Promise<ServiceProcess>((settle) => {
      const started: ServiceProcess = new ServiceProcess({
        name: 'orders',
        program,
        mark: '--of=spec',
        logFile: join(folder, 'orders.log'),
        environment: { NODE_OPTIONS: '--max-old-space-size=24' },
        onChange: () => queueMicrotask(() => pids.add(started.pid ?? 0) && pids.size > 2 && settle(started)),
        onHopeless: () => undefined,
      });
    });
    await service.stop();
    write.mockRestore();
    rmSync(folder, { recursive: true });
    expect(said.join('')).toMatch(/The service orders ended because its memory ran out.*--max-old-space-size=2048/s);
    expect(said.join('')).toContain('It is started again.');
  }, 60_000);
});
