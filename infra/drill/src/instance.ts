import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Instance {
  address: string;
  data: string;
  process: ChildProcess;
  log(): string;
  stop(): Promise<void>;
}

export interface InstanceOptions {
  mode: 'embedded' | 'kafka';
  /** Kept afterwards when given; a temporary folder that goes with the instance otherwise. */
  data?: string;
  /** More flags of the start. */
  flags?: readonly string[];
}

const ROOT = resolve(import.meta.dirname, '../../..');
const READY_MS = 120_000;
const STOP_MS = 20_000;
const KEPT_LOG = 200_000;

/** Starts a whole Baogong of its own on empty, drill-marked data, as `npm start` would, and waits until it is ready. */
export async function startInstance({ mode, data, flags: more = [] }: InstanceOptions): Promise<Instance> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'baogong-drill-'));
  // The database runs as a user of its own when we are root, and must be able to enter.
  if (!data) chmodSync(folder, 0o755);
  const port = await freePort();
  const flags = ['--data', folder, '--port', String(port), '--empty', '--drill', ...more];
  const child = spawn(process.execPath, [join(ROOT, 'infra/start/pre.mjs'), mode, ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (log = (log + text.toString()).slice(-KEPT_LOG)));
  const instance: Instance = {
    address: `http://127.0.0.1:${port}`,
    data: folder,
    process: child,
    log: () => log,
    stop: () => stop(child, data ? undefined : folder),
  };
  await ready(instance);
  return instance;
}

async function ready({ address, process: child, log, stop: end }: Instance): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`Baogong ended before it was ready:\n${log()}`);
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  await end();
  throw new Error(`Baogong was not ready within ${READY_MS / 1000} s:\n${log()}`);
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
