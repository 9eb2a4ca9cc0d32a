import { join } from 'node:path';
import { CONTEXTS } from '@baogong/contracts';
import type { KeyFolder } from '../keys.js';
import type { Logs } from '../logs.js';
import { freePort } from '../ports.js';
import type { DatabaseUrls } from '../postgres/databases.js';
import type { Teardown } from '../teardown.js';
import type { Broker } from './broker.js';
import { environmentOf } from './environment.js';
import type { ServiceAddress } from './environment.js';
import { rotatedLog } from './log-files.js';
import { removeProcesses, writeProcesses } from './process-list.js';
import type { ServiceReplicas } from './replicas.js';
import { ServiceProcess } from './service-process.js';

export type ServicesOptions = {
  data: string;
  root: string;
  mark: string;
  logs: Logs;
  keys: KeyFolder;
  teardown: Teardown;
  databases: Map<string, DatabaseUrls>;
  broker: Broker;
  replicas: ReadonlyMap<string, number>;
  whenBrokerChanges(listener: () => void): void;
};
export type StartedServices = { replicas: ServiceReplicas[]; hopeless: Promise<string> };

const SERVICES_STOP_MS = 6500;

/** Every replica of every service as a process; they are listed by name, the second of orders as `orders-2`. */
export async function startServices(options: ServicesOptions): Promise<StartedServices> {
  const { data, root, logs, teardown, broker, mark, replicas } = options;
  const addresses = await addressesFor(replicas);
  const processes: ServiceProcess[] = [];
  const list = (): void =>
    writeProcesses(data, {
      ...Object.fromEntries(processes.map(({ name, pid }) => [name, pid])),
      broker: broker.pid(),
    });
  teardown.add('process list', () => removeProcesses(data));
  teardown.add('services', () => Promise.all(processes.map((service) => service.stop())), SERVICES_STOP_MS);
  const hopeless = new Promise<string>((tell) => {
    for (const [index, address] of addresses.entries()) {
      const name = processName(addresses, index);
      processes.push(
        new ServiceProcess({
          name,
          program: join(root, 'services', address.name, 'dist', 'main.js'),
          mark,
          logFile: rotatedLog(logs.folder, name),
          environment: environmentOf(address, { ...options, brokers: broker.brokers, addresses }),
          onChange: list,
          onHopeless: () => tell(`The service ${name} cannot start; see ${logs.folder}/${name}.log.`),
        }),
      );
    }
  });
  options.whenBrokerChanges(list);
  list();
  const urlsOf = (name: string) => addresses.filter((address) => address.name === name).map(({ url }) => url);
  return { replicas: CONTEXTS.map((name) => ({ name, urls: urlsOf(name) })), hopeless };
}

async function addressesFor(replicas: ReadonlyMap<string, number>): Promise<ServiceAddress[]> {
  const names = CONTEXTS.flatMap((name) => Array.from({ length: replicas.get(name) ?? 1 }, () => name));
  const addresses: ServiceAddress[] = [];
  for (const name of names) {
    const port = await freePort();
    addresses.push({ name, port, url: `http://127.0.0.1:${port}` });
  }
  return addresses;
}

function processName(addresses: readonly ServiceAddress[], index: number): string {
  const name = addresses[index]?.name ?? '';
  const before = addresses.slice(0, index).filter((address) => address.name === name).length;
  return before === 0 ? name : `${name}-${before + 1}`;
}
