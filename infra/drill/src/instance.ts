import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strikePart } from './part.js';

export interface Instance {
  mode: InstanceOptions['mode'];
  address: string;
  data: string;
  process: ChildProcess;
  log(): string;
  /** kill -9: of one part where each is a process, else of the one process, started again on the same data and port. */
  strike(part: string): Promise<void>;
  stop(): Promise<void>;
}

export interface InstanceOptions {
  mode: 'embedded' | 'kafka';
  /** Kept afterwards when given; a temporary folder that goes with the instance otherwise. */
  data?: string;
  /** A free one is taken where none is given. */
  port?: number;
  /** More flags of the start. */
  flags?: readonly string[];
}

const ROOT = resolve(import.meta.dirname, '../../..');
const READY_MS = 120_000;
const STOP_MS = 20_000;
const KEPT_LOG = 200_000;

const running = new Set<() => Promise<void>>();

/** Ends whatever was started and has not been stopped, with its temporary data. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((end) => end()));
}

/** Starts a whole Baogong of its own on empty, drill-marked data, as `npm start` would, and waits until it is ready. */
export async function startInstance({ mode, data, port, flags: more = [] }: InstanceOptions): Promise<Instance> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'baogong-drill-'));
  // The database runs as a user of its own when we are root, and must be able to enter.
  if (!data) chmodSync(folder, 0o755);
  const started = new Started(mode, ['--data', folder, '--empty', '--drill', ...more], port ?? (await freePort()));
  const end = async () => {
    running.delete(end);
    await stop(started.process, data ? undefined : folder);
  };
  running.add(end);
  await ready(started, end);
  return {
    mode,
    address: started.address,
    data: folder,
    get process() {
      return started.process;
    },
    log: () => started.log,
    strike: (part) => (mode === 'embedded' ? strikeWhole(started) : strikePart(folder, part)),
    stop: end,
  };
}

class Started {
  process!: ChildProcess;
  log = '';
  readonly address: string;

  constructor(
    private readonly mode: string,
    private readonly flags: readonly string[],
    private readonly port: number,
  ) {
    this.address = `http://127.0.0.1:${port}`;
    this.run();
  }

  run(): void {
    const flags = [...this.flags, '--port', String(this.port)];
    this.process = spawn(process.execPath, [join(ROOT, 'infra/start/pre.mjs'), this.mode, ...flags], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout!, this.process.stderr!])
      stream.on('data', (text: Buffer) => (this.log = (this.log + text.toString()).slice(-KEPT_LOG)));
  }
}

async function strikeWhole(started: Started): Promise<void> {
  const ended = new Promise((settle) => started.process.once('exit', settle));
  started.process.kill('SIGKILL');
  await ended;
  started.run();
  await ready(started, () => Promise.resolve());
}

async function ready(started: Started, end: () => Promise<void>): Promise<void> {
  const { address, process: child } = started;
  for (const until = Date.now() + READY_MS; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`Baogong ended before it was ready:\n${started.log}`);
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  await end();
  throw new Error(`Baogong was not ready within ${READY_MS / 1000} s:\n${started.log}`);
}

async function stop(child: ChildProcess, folder: string | undefined): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(limit);
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });
}
