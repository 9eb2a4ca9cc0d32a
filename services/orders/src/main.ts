import { readFileSync } from 'node:fs';
import { startService } from '@baogong/commanding';
import { createKafkaPipe } from '@baogong/event-pipe';
import { createHttpApp } from '@baogong/http';
import type { HttpModule } from '@baogong/http';
import { createIdentity, realIssuerFrom } from '@baogong/identity';
import { createLogger, probeAll } from '@baogong/observability';
import { ordersService } from './orders.service.js';

const HTTP_PORT = 3001;
const environment = process.env;

await start();

async function start(): Promise<void> {
  const log = createLogger({ service: 'orders' });
  const brokers = needed('BAOGONG_KAFKA').split(',');
  const pipe = createKafkaPipe({ brokers, clientId: 'orders' });
  const { verifier } = await createIdentity(identityOptions());
  const service = await startService(ordersService, {
    ownerUrl: needed('BAOGONG_OWNER_URL'),
    appUrl: needed('BAOGONG_DATABASE_URL'),
    pipe,
    verifier,
    keys: { vaultMaster: vaultMasterKey() },
    log,
  });
  const { runtime } = service;
  const answers = async () => (await runtime.pool.query('select 1')).rowCount === 1;
  const http = await createHttpApp(ordersService.module(runtime) as HttpModule, {
    verifier,
    logger: log,
    port: Number(environment['BAOGONG_PORT'] ?? HTTP_PORT),
    host: environment['BAOGONG_HOST'] ?? '127.0.0.1',
    openApi: { title: 'Baogong orders', version: '1' },
    ready: () => probeAll([{ name: 'database', check: answers }]),
  });
  log.info({ url: http.url }, 'orders answers');

  const stop = async (): Promise<void> => {
    await http.close();
    await service.close();
    await pipe.close(1000);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

/** 32 bytes in hexadecimal, in a file and never in the environment itself. */
function vaultMasterKey(): Uint8Array {
  return Buffer.from(readFileSync(needed('BAOGONG_VAULT_MASTER_FILE'), 'utf8').trim(), 'hex');
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
