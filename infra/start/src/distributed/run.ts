import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOptions, USAGE } from '../options.js';
import type { StartOptions } from '../options.js';
import { SAMPLE_PEOPLE } from '../people.js';
import { pause } from '../processes.js';
import { ensureSample } from '../sample.js';
import { stopOnSignals } from '../signals.js';
import { explain, trouble, unknownSettings } from '@baogong/operation';
import { startDistributed } from './start-distributed.js';
import type { Distributed } from './start-distributed.js';

type Say = (line: string) => void;
type Ending = { kind: 'stopped' } | { kind: 'hopeless'; why: string };

const READY_MS = 90_000;
const LOOK_MS = 100;

/** Returns the exit code once everything has stopped. */
export async function runDistributed(argv: readonly string[], root: string): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const line of unknownSettings(process.env)) process.stderr.write(`${line}\n`);
  try {
    const options = parseOptions(argv, root);
    if (options === 'help') {
      say(USAGE.replace('npm start --', 'npm run start:kafka --'));
      return 0;
    }
    return await serveUntilStopped(options, root, say);
  } catch (error) {
    const { text, exitCode } = explain(error);
    process.stderr.write(`\n${text}\n`);
    return exitCode;
  }
}

async function serveUntilStopped(options: StartOptions, root: string, say: Say): Promise<number> {
  const stopped = stopOnSignals();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const instance = await startDistributed({ options, root, version }, say);
  const ending: Promise<Ending> = Promise.race([
    stopped.then(() => ({ kind: 'stopped' }) as const),
    instance.hopeless.then((why) => ({ kind: 'hopeless', why }) as const),
  ]);
  try {
    const opened = open(instance, options, say).then(() => say(welcome(instance, options, version)));
    // What fails after the end was asked for fails because of it.
    const end = await Promise.race([ending, opened.then(() => ending)]);
    if (end.kind === 'hopeless') throw trouble('service-hopeless', { why: end.why });
    say('\nStopping ...');
  } catch (error) {
    await instance.close();
    throw error;
  }
  const failed = await instance.close();
  say(failed.length === 0 ? 'Stopped. Everything is kept.' : `Stopped; not in order: ${failed.join(', ')}.`);
  return 0;
}

async function open(instance: Distributed, options: StartOptions, say: Say): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!(await isReady(instance.url))) {
    if (Date.now() > end) throw trouble('not-ready', { log: `${instance.dataFolder}/log` });
    await pause(LOOK_MS);
  }
  if (!options.empty) await ensureSample(instance, say);
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
  return answer?.ok === true;
}

function welcome({ url, dataFolder, local, brokers }: Distributed, options: StartOptions, version: string): string {
  const shown = options.data.endsWith('.baogong') ? '' : ` --data ${dataFolder}`;
  const people = SAMPLE_PEOPLE.map(({ actor, zh, en }) => `    ${actor.padEnd(8)} ${en} (${zh})`);
  return [
    '',
    `Baogong (保供) ${version} answers at ${url}`,
    `  interface        ${url}/api/docs`,
    `  health           ${url}/health/ready`,
    `  data and keys    ${dataFolder}`,
    `  logs             ${dataFolder}/log`,
    `  processes        one per service, listed in ${dataFolder}/processes.json`,
    `  Apache Kafka     ${brokers.join(', ')}`,
    ...(options.empty || !local ? [] : ['', '  Sample people:', ...people]),
    ...(local
      ? ['', '  To act as one of them, open the address above, or:', `    npm run baogong -- token NAME${shown}`]
      : []),
    '',
    '  Stop: Ctrl-C.',
    '',
  ].join('\n');
}
