import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Acting } from '@baogong/client';
import { verifyBulletins } from '@baogong/disclosure';
import { Misuse, type Command, type Setting } from '../command.js';
import { allOf, bulletinOf } from '../lists/asking.js';
import { openSession, SESSION_OPTIONS, SESSION_USAGE } from '../lists/session.js';

const OPTIONS = {
  ...SESSION_OPTIONS,
  url: { type: 'boolean', default: false },
  territory: { type: 'string' },
} as const;

export const bulletin: Command = {
  usage: `npm run baogong -- bulletin verify FILES...
       npm run baogong -- bulletin verify --url [--territory PATH] --as NAME
  checks bulletins by what their pages say and nothing else: every digest, what is shown against the data, and that each
  page names the one before it. FILES are pages as they were printed or saved, HTML or JSON, of any number of communities.
  --url              reads the pages of a running installation instead
  --territory PATH   those of this place only
${SESSION_USAGE}`,

  async run(args, setting) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [verb, ...files] = positionals;
    if (verb !== 'verify') throw new Misuse('bulletin knows one thing: verify.');
    if (values.url === files.length > 0) throw new Misuse('bulletin verify takes FILES, or --url.');
    const pages = values.url
      ? await pagesOf(await openSession(values, setting), values.territory)
      : files.map((file) => pageIn(file, setting));
    return tell(pages, setting);
  },
};

interface Page {
  source: string;
  text: string;
}

function pageIn(file: string, { root }: Setting): Page {
  try {
    return { source: file, text: readFileSync(resolve(root, file), 'utf8') };
  } catch {
    throw new Misuse(`${file} cannot be read.`);
  }
}

async function pagesOf(acting: Acting, territory?: string): Promise<Page[]> {
  const items = await allOf(acting, '/api/v1/bulletins', territory === undefined ? {} : { territory });
  const pages: Page[] = [];
  for (const { territory: place, day } of items) {
    const page = await bulletinOf(acting, { territory: String(place), day: String(day) });
    pages.push({ source: `${String(place)} ${String(day)}`, text: JSON.stringify(page) });
  }
  return pages;
}

function tell(pages: readonly Page[], { output }: Setting): number {
  const { findings, chains } = verifyBulletins(pages);
  for (const { source, fault, detail } of findings) output.err(`${source}: ${fault}: ${detail}`);
  for (const { territory, from, to, pages: count, head, fromTheBeginning } of chains) {
    const begins = fromTheBeginning ? 'from its first page on' : 'its first pages are not among them';
    output.out(`${territory}: ${count} pages, ${from} to ${to}, one chain, ${begins}; head ${head}`);
  }
  if (findings.length > 0) return 1;
  output.out(`${pages.length} pages, nothing changed.`);
  return 0;
}
