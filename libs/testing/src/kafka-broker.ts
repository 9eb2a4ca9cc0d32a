import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { kafkaJars } from './kafka-jars.js';
import { serverProperties, type Way } from './kafka-settings.js';
import { answers, freePort } from './ports.js';

export type { Way } from './kafka-settings.js';
export { makeTopic } from './kafka-topic.js';

export interface KafkaOptions {
  /** Keeps data between runs; without it a temporary folder that goes with the broker. */
  folder?: string;
  port?: number;
  startMs?: number;
  /** Out of the terminal's reach: Ctrl-C goes to the one who started it, who stops it last. */
  ownGroup?: boolean;
  ways?: readonly Way[];
}

export interface LocalKafka {
  brokers: string[];
  port: number;
  folder: string;
  pid(): number;
  /** Ends in order; a temporary folder goes too. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Starts again on the same folder and port after `kill`. */
  restart(): Promise<void>;
}

/** Apache Kafka in a process of its own, for machines without a container engine. */
export async function startKafka(options: KafkaOptions = {}): Promise<LocalKafka> {
  const jars = await kafkaJars();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'baogong-kafka-'));
  mkdirSync(folder, { recursive: true });
  await endLeftover(folder);
  const port = options.port ?? (await freePort());
  const { startMs = 60_000, ownGroup = false, ways = [] } = options;
  await prepare({ jars, folder, port }, ways);
  const launch = () => launchBroker({ jars, folder, port, startMs, ownGroup });
  let broker = await launch();
  return {
    brokers: [`127.0.0.1:${port}`],
    port,
    folder,
    pid: () => broker.pid ?? -1,
    stop: async () => {
      await end(broker, 'SIGTERM');
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
    kill: () => end(broker, 'SIGKILL'),
    restart: async () => {
      broker = await launch();
    },
  };
}

interface Place {
  jars: string;
  folder: string;
  port: number;
}

async function prepare({ jars, folder, port }: Place, ways: readonly Way[]): Promise<void> {
  const file = join(folder, 'server.properties');
  writeFileSync(file, serverProperties(folder, { port, controllerPort: await freePort(), ways }));
  if (existsSync(join(folder, 'data', 'meta.properties'))) return;
  // The leading letter keeps the id from looking like a flag.
  const id = `b${randomBytes(16).toString('base64url').slice(1)}`;
  const format = ['kafka.tools.StorageTool', 'format', '--standalone', '-t', id, '-c', file];
  await promisify(execFile)('java', ['-Xmx128m', '-cp', join(jars, '*'), ...format]);
}

type Launch = Place & { startMs: number; ownGroup: boolean };

async function launchBroker({ jars, folder, port, startMs, ownGroup }: Launch): Promise<ChildProcess> {
  const log = openSync(join(folder, 'broker.log'), 'a');
  const flags = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', join(jars, '*')];
  const broker = spawn('java', [...flags, 'kafka.Kafka', join(folder, 'server.properties')], {
    stdio: ['ignore', log, log],
    cwd: folder,
    detached: ownGroup,
  });
  closeSync(log);
  writeFileSync(join(folder, 'broker.pid'), String(broker.pid));
  endWithUs(broker);
  const giveUpAt = Date.now() + startMs;
  while (!(await answers(port))) {
    if (broker.exitCode !== null || Date.now() > giveUpAt) {
      await end(broker, 'SIGKILL');
      throw new Error(`Kafka did not start:\n${readFileSync(join(folder, 'broker.log'), 'utf8').slice(-2000)}`);
    }
    await sleep(100);
  }
  return broker;
}

function endWithUs(broker: ChildProcess): void {
  const onExit = () => broker.kill('SIGKILL');
  process.once('exit', onExit);
  broker.once('exit', () => process.removeListener('exit', onExit));
}

async function end(broker: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (broker.exitCode !== null || broker.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => broker.once('exit', () => resolve()));
  broker.kill(signal);
  const late = setTimeout(() => broker.kill('SIGKILL'), 8000);
  await gone;
  clearTimeout(late);
}

/** A parent killed with -9 leaves its broker running; only a process that serves this very folder is ended. */
async function endLeftover(folder: string): Promise<void> {
  const file = join(folder, 'broker.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  const servesUs = () => {
    const command = `/proc/${pid}/cmdline`;
    return existsSync(command) && readFileSync(command, 'utf8').includes(join(folder, 'server.properties'));
  };
  if (servesUs()) process.kill(pid, 'SIGKILL');
  for (let round = 0; round < 50 && servesUs(); round++) await sleep(100);
}
