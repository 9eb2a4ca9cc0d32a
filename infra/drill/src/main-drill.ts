import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseOptions, USAGE, type DrillOptions } from './options.js';
import { communitiesTable, isCarried, playCommunities } from './communities/play-communities.js';
import { stopAll } from './instance.js';
import { play } from './play.js';
import { isSound, table } from './report.js';

const say = (text: string) => process.stdout.write(`${text}\n`);
/** What happens, with the second in which it began. */
const progress = (text: string) => say(`  ${String(Math.round(performance.now() / 1000)).padStart(4)} s  ${text}`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

/** @returns the exit code: 0 sound, 1 something is broken, 2 options that cannot be read */
export async function run(argv: readonly string[]): Promise<number> {
  let options: DrillOptions;
  try {
    options = parseOptions([...argv]);
  } catch (failure) {
    complain(`${(failure as Error).message}\n\n${USAGE}`);
    return 2;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void breakOff());
  try {
    if (options.communities > 1) return await runCommunities(options);
    const report = await play(options, { say: progress });
    say(`\n${table(report)}`);
    if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
    say(isSound(report) ? '\nNothing oversold, lost or doubled; every invariant holds.' : '\nBROKEN: see above.');
    return isSound(report) ? 0 : 1;
  } catch (failure) {
    complain(`The drill could not be played to its end: ${(failure as Error).stack}`);
    return 1;
  }
}

async function breakOff(): Promise<void> {
  complain('The drill is broken off: stopping what it started.');
  await stopAll();
  process.exit(130);
}

async function runCommunities(options: DrillOptions): Promise<number> {
  const report = await playCommunities(options, progress);
  say(`\n${communitiesTable(report)}`);
  if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
  const carried = isCarried(report);
  say(carried ? '\nNothing acknowledged is lost; the rest was told when to come back.' : '\nBROKEN: see above.');
  return carried ? 0 : 1;
}
