import { VERSION, startEmbedded } from './embedded.js';
import type { Instance } from './embedded.js';
import { parseOptions, USAGE } from './options.js';
import type { StartOptions } from './options.js';
import { SAMPLE_PEOPLE } from './people.js';
import { ensureSample } from './sample.js';
import { stopOnSignals } from './signals.js';
import { explain, trouble, unknownSettings } from '@baogong/operation';

/** Returns the exit code once everything has stopped. */
export async function run(argv: readonly string[], root: string): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const line of unknownSettings(process.env)) process.stderr.write(`${line}\n`);
  try {
    const options = parseOptions(argv, root);
    if (options === 'help') {
      say(USAGE);
      return 0;
    }
    if (options.replicas.size > 0) {
      throw trouble('options', { words: 'One process has no replicas: npm run start:kafka -- --replicas ... has.' });
    }
    return await serveUntilStopped(options, say);
  } catch (error) {
    const { text, exitCode } = explain(error);
    process.stderr.write(`\n${text}\n`);
    return exitCode;
  }
}

async function serveUntilStopped(options: StartOptions, say: (line: string) => void): Promise<number> {
  const stopped = stopOnSignals();
  const instance = await startEmbedded(options, say);
  const died = new Promise<'died'>((resolve) => instance.cluster.onExit(() => resolve('died')));
  try {
    if (!options.empty) await ensureSample(instance, say);
    say(welcome(instance, options));
    if ((await Promise.race([stopped, died])) === 'died') {
      process.stderr.write(
        `The database stopped by itself; see ${instance.dataFolder}/log/postgres.log. Start Baogong again.\n`,
      );
      await instance.close();
      return 1;
    }
    say('\nStopping ...');
  } catch (error) {
    await instance.close();
    throw error;
  }
  const failed = await instance.close();
  say(failed.length === 0 ? 'Stopped. Everything is kept.' : `Stopped; not in order: ${failed.join(', ')}.`);
  return 0;
}

function welcome({ url, dataFolder, local, cluster }: Instance, options: StartOptions): string {
  const shown = options.data.endsWith('.baogong') ? '' : ` --data ${dataFolder}`;
  const people = SAMPLE_PEOPLE.map(({ actor, zh, en }) => `    ${actor.padEnd(8)} ${en} (${zh})`);
  return [
    '',
    `Baogong (保供) ${VERSION} answers at ${url}`,
    `  interface        ${url}/api/docs`,
    `  health           ${url}/health/ready`,
    `  data and keys    ${dataFolder}`,
    ...(cluster.folder.startsWith(dataFolder) ? [] : [`  database         ${cluster.folder}`]),
    `  logs             ${dataFolder}/log`,
    ...(options.empty || !local ? [] : ['', '  Sample people:', ...people]),
    ...(local
      ? ['', '  To act as one of them, open the address above, or:', `    npm run baogong -- token NAME${shown}`]
      : []),
    '',
    '  Stop: Ctrl-C.  Start empty: npm start -- --reset --empty  (--reset deletes what is kept)',
    '',
  ].join('\n');
}
