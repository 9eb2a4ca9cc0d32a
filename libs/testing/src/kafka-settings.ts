import { join } from 'node:path';

/** Settings of one small broker, wherever it runs. With the default session time a broker killed with -9 needs 12.5 s to return, so 4.7 s. */
export const brokerSettings: Readonly<Record<string, string | number>> = {
  'controller.listener.names': 'CONTROLLER',
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  'auto.create.topics.enable': 'false',
  'broker.session.timeout.ms': 3000,
  'broker.heartbeat.interval.ms': 500,
};

/** One more way to the broker, for clients that reach it at another port than the one it listens on: through a proxy. */
export interface Way {
  port: number;
  advertised: number;
}

export interface Ports {
  port: number;
  controllerPort: number;
  ways?: readonly Way[];
}

/** Of a broker in a process of this machine. */
export function serverProperties(folder: string, { port, controllerPort, ways = [] }: Ports): string {
  const listeners = (portOf: (way: Way) => number): string =>
    [
      `PLAINTEXT://127.0.0.1:${port}`,
      `CONTROLLER://127.0.0.1:${controllerPort}`,
      ...ways.map((way, index) => `WAY${index}://127.0.0.1:${portOf(way)}`),
    ].join(',');
  const protocols = ways.map((_way, index) => `WAY${index}:PLAINTEXT`);
  const settings: Record<string, string | number> = {
    ...brokerSettings,
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': [brokerSettings['listener.security.protocol.map'], ...protocols].join(','),
    listeners: listeners((way) => way.port),
    'advertised.listeners': listeners((way) => way.advertised),
    'log.dirs': join(folder, 'data'),
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
