import { join } from 'node:path';
import { CONTEXTS } from '@baogong/contracts';
import { createIdentity } from '@baogong/identity';
import type { Identity } from '@baogong/identity';
import { realIssuerIn, setting } from '@baogong/operation';
import { lockFolder } from '../lock.js';
import { openKeys } from '../keys.js';
import type { KeyFolder } from '../keys.js';
import { openLogs } from '../logs.js';
import type { Logs } from '../logs.js';
import type { StartOptions } from '../options.js';
import { SAMPLE_PEOPLE } from '../people.js';
import { requireFree } from '../ports.js';
import { startCluster } from '../postgres/cluster.js';
import type { Cluster } from '../postgres/cluster.js';
import { ensureDatabases } from '../postgres/databases.js';
import type { DatabaseUrls } from '../postgres/databases.js';
import { removeAll } from '../reset.js';
import { requireSurroundings } from '../surroundings.js';
import { Teardown } from '../teardown.js';
import { openBroker } from './broker.js';
import type { Broker } from './broker.js';
import { openGateway } from './gateway.js';
import { markDrills } from './mark-drills.js';
import { endLeftovers } from './process-list.js';
import { startServices } from './start-services.js';

export type DistributedOptions = { options: StartOptions; root: string; version: string };
export type Distributed = {
  url: string;
  local: Identity['local'];
  dataFolder: string;
  cluster: Cluster;
  brokers: readonly string[];
  /** Told when something happened that no new start of a part puts right. */
  hopeless: Promise<string>;
  close(): Promise<string[]>;
};
type Say = (line: string) => void;

const BROKER_STOP_MS = 4000;

/** Four services as processes, a broker, a database, a gateway. Whatever was started is stopped again if a part fails. */
export async function startDistributed(how: DistributedOptions, say: Say): Promise<Distributed> {
  const teardown = new Teardown();
  try {
    return await start(how, say, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(
  { options, root, version }: DistributedOptions,
  say: Say,
  teardown: Teardown,
): Promise<Distributed> {
  const { data } = options;
  const lock = await lockFolder(data);
  teardown.add('lock', () => lock.release());
  requireSurroundings(data);
  await endLeftovers(data, markOf(data));
  await requireFree(options.port, options.host);
  if (options.reset) await removeAll(data);
  const logs = openLogs(data);
  const keys = openKeys(data);
  const identity = await identityOf(keys);
  const parts: Parts = { data, root, logs, keys, teardown, say };
  const carriers = await startCarriers(parts);
  if (options.drill) await markDrills(CONTEXTS.map((name) => databaseOf(carriers, name)));
  say('Starting the services ...');
  const services = await startServices({ ...parts, ...carriers, replicas: options.replicas, mark: markOf(data) });
  const gateway = await openGateway({
    port: options.port,
    host: options.host,
    log: logs.logger('gateway'),
    services: services.replicas,
    startPage: { people: options.empty ? [] : SAMPLE_PEOPLE, issuer: identity.local },
    title: { title: '保供 Baogong', version },
  });
  teardown.add('gateway', () => gateway.close());
  lock.announce(gateway.url);
  const { cluster, broker } = carriers;
  const died = new Promise<string>((tell) => cluster.onExit(() => tell('The database stopped by itself.')));
  return {
    url: gateway.url,
    local: identity.local,
    dataFolder: data,
    cluster,
    brokers: broker.brokers,
    hopeless: Promise.race([died, services.hopeless]),
    close: () => teardown.run(),
  };
}

function identityOf(keys: KeyFolder): Promise<Identity> {
  const real = realIssuerIn(process.env);
  return createIdentity(real ? { real } : { localKeyFile: keys.issuerFile });
}

type Parts = { data: string; root: string; logs: Logs; keys: KeyFolder; teardown: Teardown; say: Say };
type Carriers = {
  cluster: Cluster;
  databases: Map<string, DatabaseUrls>;
  broker: Broker;
  whenBrokerChanges(listener: () => void): void;
};

/** Database and broker take a few seconds each: side by side. If one fails the other is known and stopped. */
async function startCarriers({ data, logs, keys, teardown, say }: Parts): Promise<Carriers> {
  say('Starting the database and Apache Kafka ...');
  let onChange = (): void => undefined;
  const databasesStarted = startDatabases({ data, logs, keys, teardown, say });
  const brokerStarted = openBroker({
    folder: join(data, 'kafka'),
    given: setting(process.env, 'BAOGONG_KAFKA'),
    onChange: () => onChange(),
  }).then((broker) => {
    teardown.add('broker', () => broker.stop(), BROKER_STOP_MS);
    return broker;
  });
  await Promise.allSettled([databasesStarted, brokerStarted]);
  return {
    ...(await databasesStarted),
    broker: await brokerStarted,
    whenBrokerChanges: (listener) => void (onChange = listener),
  };
}

async function startDatabases({ data, logs, keys, teardown, say }: Omit<Parts, 'root'>) {
  const passwords = keys.databasePasswords;
  const cluster = await startCluster({ data, logFolder: logs.folder, passwords });
  teardown.add('database', () => cluster.stop(), 5000);
  if (cluster.repaired) say('An earlier instance was killed; its database was stopped and taken over.');
  return { cluster, databases: await ensureDatabases(cluster, passwords, [...CONTEXTS, 'keys']) };
}

function databaseOf({ databases }: Carriers, name: string): DatabaseUrls {
  const urls = databases.get(name);
  if (!urls) throw new Error(`no database for ${name}`);
  return urls;
}

const markOf = (data: string): string => `--of=${data}`;
