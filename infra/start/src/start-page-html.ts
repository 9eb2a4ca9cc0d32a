import type { HealthReport } from '@baogong/observability';
import type { SamplePerson } from './people.js';
import { FIGURES, STAGES_SHOWN } from './start-page-stages.js';
import { roleIn, WORDS, type Language, type Words } from './start-page-words.js';

export type StartPage = {
  people: readonly SamplePerson[];
  tokens: boolean;
  language: Language;
  running: HealthReport;
  /** As whom the live figures are read; without one there are none. */
  watcher?: string;
};
export type TokenPage = { person: SamplePerson; token: string; origin: string; language: Language };

export function renderStartPage(page: StartPage): string {
  const words = WORDS[page.language];
  const content = [runningPart(words, page.running), livePart(words, page), peoplePart(words, page), documents(words)];
  return layout(page.language, { path: '/', content: `<p class="lead">${words.lead}</p>\n${content.join('\n')}` });
}

export function renderTokenPage({ person, token, origin, language }: TokenPage): string {
  const words = WORDS[language];
  const curl = `TOKEN='${token}'\ncurl -H "Authorization: Bearer $TOKEN" '${origin}/api/v1/rounds'`;
  const content = `<h2>${escape(person[language])} <code>${escape(person.actor)}</code></h2>
<p>${words.tokenAbout}</p>
<h3>${words.howTo}</h3>
<pre>${escape(curl)}</pre>
<p><a class="target" href="/?lang=${language}">${words.back}</a></p>`;
  return layout(language, { path: `/start/token/${encodeURIComponent(person.actor)}`, content });
}

function runningPart(words: Words, { probes }: HealthReport): string {
  const rows = Object.entries(probes).map(([name, answer]) => {
    const said = answer === 'ok' ? `<strong class="ok">✔ ${words.ok}</strong>` : `<strong>✖ ${words.failed}</strong>`;
    return `<li${answer === 'ok' ? '' : ' class="failed"'}><span>${escape(words.parts[name] ?? name)}</span> ${said}</li>`;
  });
  return `<section aria-labelledby="running"><h2 id="running">${words.running}</h2>
<ul class="plain parts">${rows.join('')}</ul></section>`;
}

function livePart(words: Words, { tokens, watcher }: StartPage): string {
  const head = `<section aria-labelledby="live"><h2 id="live">${words.live}</h2>`;
  if (!tokens || watcher === undefined) return `${head}<p>${tokens ? words.none : words.remoteLive}</p></section>`;
  const states = Object.entries(words.states).map(([name, text]) => ` data-${name}="${escape(text)}"`);
  const columns = ['stage', ...FIGURES].map(
    (name) => `<th scope="col">${words.columns[name as keyof Words['columns']]}</th>`,
  );
  const rows = STAGES_SHOWN.map((stage) => {
    const cells = FIGURES.map((figure) => `<td data-stage="${stage}" data-figure="${figure}">–</td>`);
    return `<tr><th scope="row">${words.stages[stage]}</th>${cells.join('')}</tr>`;
  });
  return `${head}<p>${words.liveAbout}</p>
<noscript><p><strong>${words.noScript}</strong></p></noscript>
<table data-live="${escape(watcher)}"${states.join('')}><thead><tr>${columns.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<p class="state" role="status" data-state></p></section>`;
}

function peoplePart(words: Words, { people, tokens, language }: StartPage): string {
  const cards = people.map((person) => card(words, person, { tokens, language })).join('\n');
  const about = tokens ? words.peopleAbout : words.remote;
  const content =
    people.length === 0 ? `<p>${words.none}</p>` : `<p>${about}</p><ul class="plain people">${cards}</ul>`;
  return `<section aria-labelledby="people"><h2 id="people">${words.people}</h2>${content}</section>`;
}

function card(
  words: Words,
  person: SamplePerson,
  { tokens, language }: { tokens: boolean; language: Language },
): string {
  const href = `/start/token/${encodeURIComponent(person.actor)}?lang=${language}`;
  const spoken = `<span class="hidden-words"> ${escape(person.actor)}</span>`;
  const link = tokens ? `<a class="target" href="${href}">${words.act}${spoken}</a>` : '';
  return `<li><span class="name">${escape(person[language])}</span>
<span>${escape(roleIn(words, person.role))} · <code>${escape(person.actor)}</code></span>${link}</li>`;
}

function documents(words: Words): string {
  const links = [
    ['/api/docs', words.api],
    ['/api/docs/openapi.json', words.apiFile],
    ['/health/ready', words.health],
  ].map(([href, text]) => `<li><a class="target" href="${href}">${text}</a></li>`);
  return `<section aria-labelledby="documents"><h2 id="documents">${words.documents}</h2>
<ul class="plain links">${links.join('')}</ul><p>${words.folder}</p></section>`;
}

function layout(language: Language, { path, content }: { path: string; content: string }): string {
  const words = WORDS[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${words.html}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/start/page.css">
<script type="module" src="/start/live-view.js"></script></head>
<body><a class="skip target" href="#content">${words.skip}</a>
<header><h1>${words.title}</h1>
<nav><a class="target" lang="${WORDS[other].html}" hreflang="${WORDS[other].html}" href="${path}?lang=${other}">${words.other}</a></nav></header>
<main id="content" tabindex="-1">${content}</main></body></html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
