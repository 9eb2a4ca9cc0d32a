import { writeFileSync } from 'node:fs';
import { parseOptions, USAGE } from './options.js';
import { play } from './play.js';
import { isSound, table } from './report.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  const options = parseOptions(process.argv.slice(2));
  const report = await play(options, (text) => say(`  ${text}`));
  say(`\n${table(report)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  say(isSound(report) ? '\nNothing oversold, lost or doubled; every invariant holds.' : '\nBROKEN: see above.');
  process.exitCode = isSound(report) ? 0 : 1;
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n\n${USAGE}\n`);
  process.exitCode = 1;
}
