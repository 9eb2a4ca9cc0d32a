import type { BulletinPage, Share, Told } from './page.js';
import { BULLETIN_WORDS, type BulletinLanguage, type Column } from './words.js';

export const BULLETIN_STYLE = `
body { font: 18px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #111; background: #fff }
h1 { font-size: 1.8rem } h2 { font-size: 1.2rem; margin-top: 1.6rem }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #555; padding: .3rem .6rem; text-align: left } td.n { text-align: right }
code { font-size: 18px; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } }
`;

type Cell = string | number | null;

/** The page for a screen, a notice board or a printer. It holds the page as data too, so that it can be checked alone. */
export function renderBulletin(page: BulletinPage, language: BulletinLanguage): string {
  const words = BULLETIN_WORDS[language];
  const { content, previous } = page;
  const title = `${words.title} ${page.territory} ${page.day}`;
  const before = previous ? `${escaped(previous.day)} <code>${escaped(previous.digest)}</code>` : words.first;
  const tables = tablesOf(language);
  return `<!doctype html>
<html lang="${words.html}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${BULLETIN_STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${tables.arrivals(content.arrivals)}
${tables.shares(content.shares)}
${tables.one(words.orders, content.orders)}
${tables.one(words.rules, withoutLists(content.rules))}
${tables.tallies(words.accepted, content.rules.accepted)}
${tables.tallies(words.rejected, content.rules.rejected)}
${tables.tallies(words.refusals, content.refusals)}
${tables.tallies(words.breaches, content.breaches)}
${tables.one(words.cases, content.cases)}
<p>${words.masked}</p>
<h2>${words.chain}</h2>
<p>${words.digest}: <code>${escaped(page.digest)}</code></p>
<p>${words.previous}: ${before}</p>
<p>${escaped(words.check)}</p>
<script type="application/json" id="bulletin">${asScript(page)}</script>
</body>
</html>
`;
}

function tablesOf(language: BulletinLanguage) {
  const words = BULLETIN_WORDS[language];
  const told = (cell: Cell): string => (cell === null ? words.few : escaped(String(cell)));
  const table = (heading: string, columns: readonly Column[], rows: readonly Cell[][]): string => {
    const head = columns.map((column) => `<th scope="col">${words.columns[column]}</th>`).join('');
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td${align(cell)}>${told(cell)}</td>`).join('')}</tr>`);
    if (rows.length === 0) return `<h2>${heading}</h2>\n<p>${words.none}</p>`;
    return `<h2>${heading}</h2>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
  };
  const arrivalColumns = ['item', 'itemClass', 'supplier', 'offered', 'dispatched', 'arrived', 'accepted'] as const;
  const shareColumns = ['item', 'itemClass', 'requested', 'granted', 'handedOver', 'share'] as const;
  return {
    arrivals: (rows: BulletinPage['content']['arrivals']) =>
      table(
        words.arrivals,
        arrivalColumns,
        rows.map((row) => arrivalColumns.map((column) => row[column])),
      ),
    shares: (rows: readonly Share[]) =>
      table(
        words.shares,
        shareColumns,
        rows.map((row) => [row.item, row.itemClass, row.requested, row.granted, row.handedOver, shareOf(row)]),
      ),
    one: (heading: string, row: Readonly<Partial<Record<Column, Cell>>>) =>
      table(heading, Object.keys(row) as Column[], [Object.values(row)]),
    tallies: (heading: string, rows: readonly { organisation: string; count: number }[]) =>
      table(
        heading,
        ['organisation', 'count'],
        rows.map(({ organisation, count }) => [organisation, count]),
      ),
  };
}

/** In whole per cent, rounded down; nothing where one of the two is not told. */
function shareOf({ requested, granted }: { requested: Told; granted: Told }): string {
  if (requested === null || granted === null || requested === 0) return '–';
  return `${Math.floor((granted * 100) / requested)} %`;
}

function withoutLists({ matrixVersion, posture, risk, policyVersion }: BulletinPage['content']['rules']) {
  return { matrixVersion, posture, risk, policyVersion };
}

const align = (cell: Cell): string => (typeof cell === 'number' || cell === null ? ' class="n"' : '');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** No text in it can end the script it stands in. */
const asScript = (page: BulletinPage): string => JSON.stringify(page).replaceAll('<', '\\u003c');
