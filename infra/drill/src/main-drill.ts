import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseOptions, USAGE, type DrillOptions } from './options.js';
import { communitiesTable, isCarried, playCommunities } from './communities/play-communities.js';
import { play } from './play.js';
import { isSound, table } from './report.js';

const say = (text: string) => process.stdout.write(`${text}\n`);
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
  try {
    if (options.communities > 1) return await runCommunities(options);
    const report = await play(options, { say: (text) => say(`  ${text}`) });
    say(`\n${table(report)}`);
    if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
    say(isSound(report) ? '\nNothing oversold, lost or doubled; every invariant holds.' : '\nBROKEN: see above.');
    return isSound(report) ? 0 : 1;
  } catch (failure) {
    complain(`The drill could not be played to its end: ${(failure as Error).stack}`);
    return 1;
  }
}

async function runCommunities(options: DrillOptions): Promise<number> {
  const report = await playCommunities(options, (text) => say(`  ${text}`));
  say(`\n${communitiesTable(report)}`);
  if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
  const carried = isCarried(report);
  say(carried ? '\nNothing acknowledged is lost; the rest was told when to come back.' : '\nBROKEN: see above.');
  return carried ? 0 : 1;
}
