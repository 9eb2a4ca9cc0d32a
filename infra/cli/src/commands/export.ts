import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Unanswered } from '@baogong/client';
import { excelCsv } from '@baogong/disclosure';
import { trouble } from '@baogong/operation';
import { Misuse, type Command } from '../command.js';
import { EXPORTS } from '../lists/export-lists.js';
import { openSession, SESSION_OPTIONS, SESSION_USAGE } from '../lists/session.js';

const OPTIONS = {
  ...SESSION_OPTIONS,
  territory: { type: 'string' },
  lang: { type: 'string', default: 'zh' },
} as const;
/** Lists that can be asked for one place; the others are of all one's own. */
const BY_PLACE = new Set(['households', 'parcels']);
const FOR_ITS_OWNER = 0o600;

/** `export` is a word of the language. */
export const exportList: Command = {
  usage: `npm run baogong -- export ${Object.keys(EXPORTS).join('|')} FILE --as NAME
  writes a list that the actor may read as CSV that Excel opens rightly; nothing in it runs as a formula.
  Who may not read the list is refused with rule, basis and appeal. An existing FILE is never overwritten.
  --territory PATH   households, parcels: of this place only
  --lang zh|en       language of the column titles, zh unless told
${SESSION_USAGE}`,

  async run(args, setting) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name = '', file, ...rest] = positionals;
    const list = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
    if (!list) throw new Misuse(`export takes one of: ${Object.keys(EXPORTS).join(', ')}.`);
    if (file === undefined || rest.length > 0) throw new Misuse('export takes one FILE.');
    if (!['zh', 'en'].includes(values.lang)) throw new Misuse('--lang is zh or en.');
    if (values.territory !== undefined && !BY_PLACE.has(name)) throw new Misuse(`${name} is not asked for by place.`);
    const acting = await openSession(values, setting);
    const query = values.territory === undefined ? {} : { territory: values.territory };
    const rows = await list.rows(acting, query).catch((error: unknown) => {
      if (!(error instanceof Unanswered)) throw error;
      throw trouble('nobody-answers', { address: 'The installation', words: error.message });
    });
    const titles = list.titles.map(([zh, en]) => (values.lang === 'zh' ? zh : en));
    write(resolve(setting.root, file), excelCsv(titles, rows));
    setting.output.out(`${rows.length} rows are in ${file}.`);
    return 0;
  },
};

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: FOR_ITS_OWNER });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? trouble('list-exists', { file }) : error;
  }
}
