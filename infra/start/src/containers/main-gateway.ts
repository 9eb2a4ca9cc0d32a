import { readFileSync } from 'node:fs';
import { CONTEXTS } from '@baogong/contracts';
import { createLogger } from '@baogong/observability';
import { openGateway } from '../distributed/gateway.js';
import { stopOnSignals } from '../signals.js';
import { explain } from '@baogong/operation';
import { readGatewaySettings } from './gateway-settings.js';

async function main(): Promise<void> {
  const { host, port, services, logLevel } = readGatewaySettings(process.env);
  const stopped = stopOnSignals();
  const log = createLogger({ service: 'gateway', level: logLevel });
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const gateway = await openGateway({
    port,
    host,
    log,
    services: CONTEXTS.map((name) => ({ name, urls: services.get(name) ?? [] })),
    // Whoever reaches a container does not sit at its machine: no tokens by a page here.
    startPage: { people: [] },
    title: { title: '保供 Baogong', version },
  });
  log.info({ url: gateway.url }, 'answers');
  await stopped;
  await gateway.close();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const { text, exitCode } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}
