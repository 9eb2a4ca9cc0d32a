import type { SamplePerson } from './people.js';

export type Language = 'zh' | 'en';
export type StartPage = { people: readonly SamplePerson[]; tokens: boolean; language: Language };
export type TokenPage = { person: SamplePerson; token: string; origin: string; language: Language };

const WORDS = {
  zh: {
    html: 'zh-CN',
    title: '保供',
    lead: '封控社区生活物资保障：下单、分配、配送、交接，人人有责，步步留痕。',
    people: '示例人员',
    actor: '编号',
    role: '角色',
    who: '是谁',
    act: '以此人身份',
    token: '取令牌',
    none: '没有示例人员（以空白方式启动）。',
    remote: '令牌只在本机打开本页时发放。',
    docs: '接口文档',
    health: '运行状况',
    other: '<a href="/?lang=en">English</a>',
    howTo: '用法（12 小时内有效）',
    back: '返回',
  },
  en: {
    html: 'en',
    title: 'Baogong',
    lead: 'Essential supplies for communities under lockdown: ordered, shared out, carried and handed over, each duty kept.',
    people: 'Sample people',
    actor: 'Id',
    role: 'Role',
    who: 'Who',
    act: 'Act as them',
    token: 'Get a token',
    none: 'There are no sample people (started empty).',
    remote: 'Tokens are given only when this page is opened on the machine itself.',
    docs: 'Interface',
    health: 'Health',
    other: '<a href="/?lang=zh">中文</a>',
    howTo: 'How to use it (good for 12 hours)',
    back: 'Back',
  },
} as const;

export function renderStartPage({ people, tokens, language }: StartPage): string {
  const words = WORDS[language];
  const rows = people.map((person) => row(person, tokens, language)).join('\n');
  const head = [words.actor, words.who, words.role, ...(tokens ? [words.act] : [])].map(
    (text) => `<th scope="col">${text}</th>`,
  );
  const table = `<table><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows}\n</tbody></table>`;
  return layout(
    language,
    `<p>${words.lead}</p>
<p><a href="/api/docs">${words.docs}</a> · <a href="/health/ready">${words.health}</a> · ${words.other}</p>
<h2>${words.people}</h2>
${people.length === 0 ? `<p>${words.none}</p>` : table}
${tokens ? '' : `<p>${words.remote}</p>`}`,
  );
}

export function renderTokenPage({ person, token, origin, language }: TokenPage): string {
  const words = WORDS[language];
  const curl = `TOKEN='${token}'\ncurl -H "Authorization: Bearer $TOKEN" '${origin}/api/v1/rounds'`;
  return layout(
    language,
    `<h2>${escape(person[language])} <code>${escape(person.actor)}</code></h2>
<p>${words.howTo}</p>
<pre>${escape(curl)}</pre>
<p><a href="/?lang=${language}">${words.back}</a></p>`,
  );
}

function row(person: SamplePerson, tokens: boolean, language: Language): string {
  const href = `/start/token/${encodeURIComponent(person.actor)}?lang=${language}`;
  const label = `${WORDS[language].token}<span class="for"> ${escape(person.actor)}</span>`;
  const link = tokens ? `<td><a href="${href}">${label}</a></td>` : '';
  const cells = [`<code>${escape(person.actor)}</code>`, escape(person[language]), escape(person.role)];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}${link}</tr>`;
}

function layout(language: Language, content: string): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${words.html}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><style>${STYLE}</style></head>
<body><main><h1>${words.title}</h1>
${content}
</main></body></html>
`;
}

const STYLE =
  'body{font:18px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0;color:#1b1b1b;background:#fff}' +
  'main{max-width:52rem;margin:0 auto;padding:1.5rem}table{border-collapse:collapse;width:100%}' +
  'td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #bbb}' +
  'pre{white-space:pre-wrap;word-break:break-all;background:#f3f3f3;padding:1rem}a{color:#0b5394}' +
  '.for{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
