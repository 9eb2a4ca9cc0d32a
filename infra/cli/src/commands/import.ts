import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Unanswered } from '@baogong/client';
import { trouble } from '@baogong/operation';
import { readSheet, UnreadableFile } from '@baogong/roster';
import { Misuse, type Command } from '../command.js';
import { communityFor } from '../lists/community.js';
import { importHouseholds } from '../lists/import-households.js';
import { importOffers } from '../lists/import-offers.js';
import { importStations } from '../lists/import-stations.js';
import type { ImportJob } from '../lists/job.js';
import { openSession, SESSION_OPTIONS, SESSION_USAGE } from '../lists/session.js';

const LISTS: Readonly<Record<string, (job: ImportJob) => Promise<boolean>>> = {
  households: importHouseholds,
  offers: importOffers,
  stations: importStations,
};
const flag = { type: 'boolean', default: false } as const;
const OPTIONS = {
  ...SESSION_OPTIONS,
  community: { type: 'string' },
  apply: flag,
  'dry-run': flag,
  departures: flag,
  all: flag,
} as const;

/** `import` is a word of the language. */
export const importList: Command = {
  usage: `npm run baogong -- import households|offers|stations FILE --as NAME [--apply]
  brings in a list as Excel keeps it (.xlsx, or CSV in UTF-8 or GB18030; titles and columns: docs/rosters.md).
  Without --apply it only says what would change. Bad lines are told with number, field and remedy; good ones
  go in. The same file again changes nothing. Ends with 1 where lines were left out.
  --apply            do it
  --community PATH   such as d-pudong/s-weifang/c-y; the actor's own unless told
  --departures       households: residents whom the file no longer names leave
  --all              tell every change, not the first of each kind
${SESSION_USAGE}`,

  async run(args, setting) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [list = '', file, ...rest] = positionals;
    if (!Object.hasOwn(LISTS, list)) throw new Misuse(`import takes one of: ${Object.keys(LISTS).join(', ')}.`);
    if (file === undefined || rest.length > 0) throw new Misuse('import takes one FILE.');
    if (values.apply && values['dry-run']) throw new Misuse('Either --apply or --dry-run.');
    const { output } = setting;
    const path = resolve(setting.root, file);
    try {
      const { rows, format } = await readSheet(readFileSync(path));
      const acting = await openSession(values, setting);
      const community = await communityFor(acting, values.community);
      output.out(`${file} (${format}) for ${community}, as ${acting.actor}`);
      const { apply, departures, all } = values;
      const good = await LISTS[list]!({ rows, acting, community, apply, departures, all, output });
      output.out(apply ? 'Done.' : 'Nothing was changed: this was a look. Add --apply to do it.');
      return good ? 0 : 1;
    } catch (error) {
      throw known(error, file);
    }
  },
};

function known(error: unknown, file: string): unknown {
  if (error instanceof UnreadableFile) return trouble('list-file', { file, words: error.message });
  if (error instanceof Unanswered)
    return trouble('nobody-answers', { address: 'The installation', words: error.message });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR') return trouble('list-file', { file, words: 'There is no such file.' });
  return error;
}
