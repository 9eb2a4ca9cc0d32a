import { ACTIONS, ROLES, type Action, type DutyMatrix, type DutyRule, type Role } from '@baogong/duties';

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
  const legend = ROLES.map((role) => `${SHORT[role]} ${role}`).join(', ');
  return [
    '# Duty matrix',
    '',
    `Version ${matrix.version}, in force at installation. Written by \`npm run duties -w services/oversight\` from`,
    'the matrix the services evaluate; a test keeps it equal. Change the rows in',
    '`services/oversight/src/domain/duty-matrix/matrix-v1`, not this page.',
    '',
    'A allowed, O obliged while alert or lockdown lasts (within minutes) and allowed otherwise, F forbidden,',
    '– no rule: refused, and told as a gap. `h` own household only, `o` own organisation only.',
    `Roles: ${legend}.`,
    '',
    ...table([
      ['Action', ...ROLES.map((role) => SHORT[role])],
      ...ACTIONS.map((action) => [action, ...ROLES.map((role) => cell(matrix, action, role))]),
    ]),
    '',
    '## Rules',
    '',
    'A refusal cites the rule, its basis and where to object.',
    ...ACTIONS.flatMap((action) => section(matrix, action)),
    '',
  ].join('\n');
}

/** Aligned as the formatter would, so that nobody's save changes the page. */
function table([head = [], ...body]: string[][]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
}

function cell({ rules }: DutyMatrix, action: Action, role: Role): string {
  const own = rules.filter((rule) => rule.action === action && rule.role === role);
  const [strongest] = [...own].sort((a, b) => weight(a) - weight(b));
  if (!strongest) return '–';
  const mark = { allowed: 'A', obliged: 'O', forbidden: 'F' }[strongest.modality];
  const reach = { territory: '', city: '', 'own-household': ' h', 'own-organisation': ' o' }[strongest.scope];
  return `${mark}${reach}${strongest.deadlineMinutes ? ` ${strongest.deadlineMinutes}` : ''}`;
}

const weight = ({ modality }: DutyRule): number => ['forbidden', 'obliged', 'allowed'].indexOf(modality);

function section({ rules }: DutyMatrix, action: Action): string[] {
  const lines = new Map<string, Role[]>();
  for (const rule of rules.filter((candidate) => candidate.action === action)) {
    const terms = termsOf(rule);
    lines.set(terms, [...(lines.get(terms) ?? []), rule.role]);
  }
  return ['', `### ${action}`, '', ...[...lines].map(([terms, roles]) => `- ${roles.join(', ')}: ${terms}`)];
}

function termsOf(rule: DutyRule): string {
  const postures = rule.postures.length === 4 ? '' : ` in ${rule.postures.join(', ')}`;
  const clock = rule.deadlineMinutes ? ` within ${rule.deadlineMinutes} min, then ${rule.escalateTo}` : '';
  const scope = rule.modality === 'forbidden' ? '' : `, scope ${rule.scope}`;
  return `${rule.modality}${postures}${clock}${scope}. ${rule.legalBasis}. Appeal: ${rule.appeal}. (${rule.seedRef})`;
}
