import {
  ACTION_WORDS,
  ACTIONS,
  CONDITION_WORDS,
  CONDITIONS,
  POSTURES,
  ROLES,
  type Action,
  type DutyMatrix,
  type DutyRule,
  type Posture,
  type Role,
} from '@baogong/duties';

const SINCE = '2026-01-01T00:00:00.000Z';

const SHORT: Record<Role, string> = {
  'district-office': 'DO',
  'subdistrict-office': 'SO',
  'residents-committee': 'RC',
  'property-firm': 'PF',
  platform: 'GP',
  'pickup-station': 'PS',
  volunteer: 'VO',
  resident: 'RE',
  transporter: 'TR',
  'social-organisation': 'OR',
  police: 'PO',
  'grid-worker': 'GW',
  system: 'SY',
};

/** docs/domain/duties.md, from the matrix the services evaluate. */
export function dutyDocument(matrix: DutyMatrix): string {
  return [
    '# Duty matrix',
    '',
    `Version ${matrix.version} at installation, edition ${matrix.edition}. Written by \`npm run duties -w services/oversight\` from`,
    'the matrix the services evaluate; a test keeps it equal. Change the rows in',
    '`services/oversight/src/domain/duty-matrix/matrix-v1`, not this page.',
    '',
    ...legend(),
    '',
    ...POSTURES.flatMap((posture) => ['', `## Posture: ${posture}`, '', ...tableOf(matrix, posture)]).slice(1),
    '',
    '## Rules',
    '',
    'A refusal cites the rule, its basis and where to object, in the language asked for.',
    ...ACTIONS.flatMap((action) => section(matrix, action)),
    '',
  ].join('\n');
}

function legend(): string[] {
  return [
    'A allowed. O obliged, within so many minutes, then told to the role after the arrow. F forbidden. – no rule: refused,',
    'and told as a gap. F beats O beats A. `h` own household only, `o` own organisation only, `c` anywhere in the city, else',
    'where the role was granted. `@` only at these levels of risk. `[ ]` only where these conditions hold:',
    '',
    ...CONDITIONS.map((name, index) => `- [${index + 1}] ${name}: ${CONDITION_WORDS[name].en}`),
    '',
    'Roles:',
    '',
    ...ROLES.map((role) => `- ${SHORT[role]} ${role}`),
    '',
    `Rules hold from ${SINCE} unless they say otherwise. A star marks an action that no command does yet.`,
  ];
}

function tableOf(matrix: DutyMatrix, posture: Posture): string[] {
  return table([
    ['Action', ...ROLES.map((role) => SHORT[role])],
    ...ACTIONS.map((action) => [
      `${action}${ACTION_WORDS[action].awaited ? ' \\*' : ''}`,
      ...ROLES.map((role) => cell(matrix, { action, role, posture })),
    ]),
  ]);
}

/** Aligned as the formatter would, so that nobody's save changes the page. */
function table([head = [], ...body]: string[][]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
}

interface Place {
  action: Action;
  role: Role;
  posture: Posture;
}

function cell({ rules }: DutyMatrix, { action, role, posture }: Place): string {
  const own = rules.filter(
    (rule) => rule.action === action && rule.role === role && (rule.postures ?? POSTURES).includes(posture),
  );
  return own.map(mark).join(' / ') || '–';
}

function mark(rule: DutyRule): string {
  const { modality, scope, conditions, risks, deadlineMinutes, escalateTo, validFrom, validTo } = rule;
  const letter = { allowed: 'A', obliged: 'O', forbidden: 'F' }[modality];
  const clock = deadlineMinutes && escalateTo ? ` ${deadlineMinutes}→${SHORT[escalateTo]}` : '';
  const reach =
    modality === 'forbidden'
      ? ''
      : { territory: '', city: ' c', 'own-household': ' h', 'own-organisation': ' o' }[scope];
  const asked = conditions ? ` [${conditions.map((name) => CONDITIONS.indexOf(name) + 1).join(',')}]` : '';
  const level = risks ? ` @${risks.join(',')}` : '';
  const since = validFrom === SINCE ? '' : ` from ${validFrom}`;
  return `${letter}${clock}${reach}${asked}${level}${since}${validTo ? ` until ${validTo}` : ''}`;
}

function section(matrix: DutyMatrix, action: Action): string[] {
  const lines = new Map<string, Role[]>();
  for (const rule of matrix.rules.filter((candidate) => candidate.action === action)) {
    const terms = termsOf(rule, matrix);
    lines.set(terms, [...(lines.get(terms) ?? []), rule.role]);
  }
  return [
    '',
    `### ${action}`,
    '',
    `${ACTION_WORDS[action].en} · ${ACTION_WORDS[action].zh}`,
    '',
    ...[...lines].map(([terms, roles]) => `- ${roles.join(', ')}: ${terms}`),
  ];
}

function termsOf(rule: DutyRule, { texts = {} }: DutyMatrix): string {
  const text = (key: string) => texts[key]?.en ?? key;
  const postures = rule.postures ? ` in ${rule.postures.join(', ')}` : '';
  const clock = rule.deadlineMinutes ? ` within ${rule.deadlineMinutes} min, then ${rule.escalateTo}` : '';
  const scope = rule.modality === 'forbidden' ? '' : `, scope ${rule.scope}`;
  const risks = rule.risks ? ` at ${rule.risks.join(', ')} risk` : '';
  const asked = (rule.conditions ?? []).map((name) => `, ${CONDITION_WORDS[name].en}`).join('');
  return `${rule.modality}${postures}${risks}${clock}${scope}${asked}. ${text(rule.legalBasis)}. Appeal: ${text(rule.appeal)}. (${rule.seedRef})`;
}
