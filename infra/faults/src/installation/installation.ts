import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@baogong/drill';
import { createLocalIssuer } from '@baogong/identity';
import { SERVICES, type LedgerOptions, type Service as ServiceName } from '@baogong/ledger';
import {
  ensureDatabases,
  environmentOf,
  freePort,
  markDrills,
  openGateway,
  openKeys,
  openLogs,
  Teardown,
  type DatabaseUrls,
} from '@baogong/start/parts';
import { startKafka, type LocalKafka } from '@baogong/testing/kafka';
import { Database } from './database.js';
import { Edge } from './edge.js';
import { Service } from './service.js';

const READY_SECONDS = 90;
const PROBE_MS = 2000;
const STOP_MS = 9000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface ServiceEdges {
  database: Edge;
  broker: Edge;
  gateway: Edge;
}
type TokenOf = (actor: string) => Promise<string>;

/** Four services as processes, a broker, a database and a gateway; on each way between them a proxy that can harm it. */
export interface Installation {
  url: string;
  data: string;
  database: Database;
  broker: LocalKafka;
  services: ReadonlyMap<ServiceName, Service>;
  edges: ReadonlyMap<ServiceName, ServiceEdges>;
  tokenOf: TokenOf;
  /** Past every proxy, as who owns them. */
  databases(): LedgerOptions['databases'];
  /** Settles once the gateway says of every service that it is ready. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** @param environment for every service besides its own */
export async function startInstallation(root: string, environment: NodeJS.ProcessEnv = {}): Promise<Installation> {
  const data = mkdtempSync(join(tmpdir(), 'baogong-faults-'));
  // The database runs as a user of its own when we are root, and must be able to enter.
  chmodSync(data, 0o755);
  const teardown = new Teardown();
  teardown.add('data', () => rmSync(data, { recursive: true, force: true }));
  const breakOff = () => void teardown.run().then(() => process.exit(130));
  for (const signal of SIGNALS) process.once(signal, breakOff);
  teardown.add('signals', () => SIGNALS.forEach((signal) => process.removeListener(signal, breakOff)));
  try {
    return await start({ root, data, environment, teardown });
  } catch (failure) {
    await teardown.run();
    throw failure;
  }
}

type Starting = { root: string; data: string; environment: NodeJS.ProcessEnv; teardown: Teardown };

async function start({ root, data, environment, teardown }: Starting): Promise<Installation> {
  const logs = openLogs(data);
  const keys = openKeys(data);
  const ports = await portsOf();
  const database = await Database.start({ data, logFolder: logs.folder, keys });
  teardown.add('database', () => database.stop(), STOP_MS);
  const urls = await ensureDatabases(database.running, keys.databasePasswords, [...SERVICES, 'keys']);
  await markDrills(SERVICES.map((name) => needed(urls, name)));
  const ways = SERVICES.map((name) => ({ port: needed(ports, name).kafka, advertised: needed(ports, name).broker }));
  const broker = await startKafka({ folder: join(data, 'kafka'), ownGroup: true, ways });
  teardown.add('broker', () => broker.stop(), STOP_MS);
  const edges = await openEdges(ports, database);
  teardown.add('edges', () => [...edges.values()].forEach(closeEdges));
  const keysEdge = await Edge.open(() => database.port, await freePort());
  teardown.add('edge of the keys', () => keysEdge.close());
  const addresses = SERVICES.map((name) => addressOf(name, needed(ports, name).gateway));
  const services = new Map(
    SERVICES.map((name) => {
      const { database: port, broker: kafka, own } = needed(ports, name);
      const through = new Map([
        [name, throughPort(needed(urls, name), port)],
        ['keys', throughPort(needed(urls, 'keys'), keysEdge.port)],
      ]);
      const given = { keys, databases: through, brokers: [`127.0.0.1:${kafka}`], addresses };
      const all = { ...environmentOf({ ...addressOf(name, own) }, given), ...environment };
      return [name, new Service({ name, root, data, logFolder: logs.folder, environment: all })] as const;
    }),
  );
  teardown.add('services', () => Promise.all([...services.values()].map((service) => service.stop())), STOP_MS);
  const gateway = await openGateway({
    port: 0,
    host: '127.0.0.1',
    log: logs.logger('gateway'),
    services: addresses.map(({ name, url }) => ({ name, urls: [url] })),
    startPage: { people: [], issuer: undefined },
    title: { title: 'Baogong', version: 'under faults' },
  });
  teardown.add('gateway', () => gateway.close());
  const owners = () =>
    Object.fromEntries(
      SERVICES.map((name) => [name, throughPort(needed(urls, name), database.port).ownerUrl]),
    ) as LedgerOptions['databases'];
  return {
    url: gateway.url,
    data,
    database,
    broker,
    services,
    edges,
    tokenOf: await tokensOf(keys.issuerFile),
    databases: owners,
    ready: () => ready(gateway.url, [...services.values()]),
    stop: async () => void (await teardown.run()),
  };
}

interface Ports {
  /** Where the service itself listens, and where the others find it. */
  own: number;
  gateway: number;
  database: number;
  /** Where the broker listens for this service, and where the service finds it. */
  kafka: number;
  broker: number;
}

async function portsOf(): Promise<Map<ServiceName, Ports>> {
  const ports = new Map<ServiceName, Ports>();
  for (const name of SERVICES) {
    const [own, gateway, database] = [await freePort(), await freePort(), await freePort()];
    ports.set(name, { own, gateway, database, kafka: await freePort(), broker: await freePort() });
  }
  return ports;
}

async function openEdges(ports: Map<ServiceName, Ports>, database: Database): Promise<Map<ServiceName, ServiceEdges>> {
  const edges = new Map<ServiceName, ServiceEdges>();
  for (const [name, port] of ports) {
    edges.set(name, {
      database: await Edge.open(() => database.port, port.database),
      broker: await Edge.open(() => port.kafka, port.broker),
      gateway: await Edge.open(() => port.own, port.gateway),
    });
  }
  return edges;
}

function closeEdges({ database, broker, gateway }: ServiceEdges): void {
  for (const edge of [database, broker, gateway]) edge.close();
}

const addressOf = (name: string, port: number) => ({ name, port, url: `http://127.0.0.1:${port}` });

function throughPort({ ownerUrl, appUrl }: DatabaseUrls, port: number): DatabaseUrls {
  const through = (url: string): string => Object.assign(new URL(url), { port: String(port) }).href;
  return { ownerUrl: through(ownerUrl), appUrl: through(appUrl) };
}

async function tokensOf(issuerFile: string): Promise<TokenOf> {
  const issuer = await createLocalIssuer(issuerFile);
  const tokens = new Map<string, Promise<string>>();
  return (actor) => {
    const token = tokens.get(actor) ?? issuer.sign(actor);
    tokens.set(actor, token);
    return token;
  };
}

async function ready(url: string, services: readonly Service[]): Promise<void> {
  await until(
    'every service is ready',
    async () => {
      const hopeless = services.find((service) => service.hopeless)?.hopeless;
      if (hopeless) throw new Error(hopeless);
      const asked = fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PROBE_MS) });
      const answer = await asked.catch(() => undefined);
      return answer?.ok ? true : undefined;
    },
    READY_SECONDS,
  );
}

function needed<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`);
  return value;
}
