import { startService } from '@baogong/commanding';
import { createKafkaPipe } from '@baogong/event-pipe';
import { createHttpApp, type HttpModule } from '@baogong/http';
import { createIdentity, realIssuerFrom } from '@baogong/identity';
import { createLogger, probeAll } from '@baogong/observability';
import { oversightService } from './oversight.service.js';

const HTTP_PORT = 3004;
const environment = process.env;

await start();

async function start(): Promise<void> {
  const log = createLogger({ service: 'oversight' });
  const pipe = createKafkaPipe({ brokers: needed('BAOGONG_KAFKA').split(','), clientId: 'oversight' });
  const { verifier } = await createIdentity(identityOptions());
  const service = await startService(oversightService, {
    ownerUrl: needed('BAOGONG_OWNER_URL'),
    appUrl: needed('BAOGONG_DATABASE_URL'),
    pipe,
    verifier,
    log,
  });
  const { runtime } = service;
  const answers = async () => (await runtime.pool.query('select 1')).rowCount === 1;
  const http = await createHttpApp(oversightService.module(runtime) as HttpModule, {
    verifier,
    logger: log,
    port: Number(environment['BAOGONG_PORT'] ?? HTTP_PORT),
    host: environment['BAOGONG_HOST'] ?? '127.0.0.1',
    openApi: { title: 'Baogong oversight', version: '1' },
    ready: () => probeAll([{ name: 'database', check: answers }]),
  });
  log.info({ url: http.url }, 'oversight answers');

  const stop = async (): Promise<void> => {
    await http.close();
    await service.close();
    await pipe.close(1000);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

function identityOptions() {
  const real = realIssuerFrom(environment);
  return real ? { real } : { localKeyFile: needed('BAOGONG_LOCAL_KEY_FILE') };
}

function needed(name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
