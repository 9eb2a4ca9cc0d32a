import { ACTION_WORDS, type Action } from './actions.js';
import { CONDITION_WORDS, type Condition } from './conditions.js';
import type { Bilingual } from './matrix.js';
import { ROLE_WORDS, type Role } from './roles.js';

/** Why an action was refused: the kind of the reason, so that a page need not read the sentence. */
export type RefusalReason =
  'forbidden' | 'no-rule' | 'elsewhere' | 'condition' | 'role-not-held' | 'not-in-grant' | 'authority-stale';

export interface RefusalFacts {
  reason: RefusalReason;
  action: string;
  role: string;
  rule: string;
  /** Conditions that were told not to hold. */
  unmet?: Condition[];
  basis: Bilingual;
  appeal: Bilingual;
}

export type Language = keyof Bilingual;

/** One sentence each on what was refused, why, on what basis and whom to turn to, in words a resident understands. */
export function refusalText(refusal: RefusalFacts, language: Language): string {
  return SENTENCES[language](refusal);
}

const REASONS: Record<RefusalReason, Bilingual> = {
  forbidden: { zh: '现行规则明确禁止', en: 'The rules in force forbid it' },
  'no-rule': { zh: '现行规则中没有允许这样做的条款', en: 'No rule in force allows it' },
  elsewhere: { zh: '只能在您负责的地域内进行', en: 'It may be done only where you were given this role' },
  condition: { zh: '还缺少必需的条件', en: 'Something it requires is missing' },
  'role-not-held': { zh: '您在这里不担任这个角色', en: 'You do not hold this role here' },
  'not-in-grant': { zh: '您得到的委托或授权不包括这一项', en: 'What was delegated to you does not include it' },
  'authority-stale': {
    zh: '职责信息暂时无法确认，请稍后再试',
    en: 'The duties cannot be confirmed just now; try again shortly',
  },
};

const SENTENCES: Record<Language, (refusal: RefusalFacts) => string> = {
  zh: ({ reason, action, role, rule, unmet = [], basis, appeal }) =>
    `${roleIn(role, 'zh')}不能${actionIn(action, 'zh')}：${REASONS[reason].zh}${listed(unmet, 'zh')}。` +
    `依据：${basis.zh}（规则 ${rule}）。有异议请找：${appeal.zh}。`,
  en: ({ reason, action, role, rule, unmet = [], basis, appeal }) =>
    `${roleIn(role, 'en')} may not ${actionIn(action, 'en')}. ${REASONS[reason].en}${listed(unmet, 'en')}. ` +
    `Basis: ${basis.en} (rule ${rule}). If you disagree, turn to: ${appeal.en}.`,
};

function listed(unmet: Condition[], language: Language): string {
  if (unmet.length === 0) return '';
  const words = unmet.map((name) => CONDITION_WORDS[name][language]);
  return language === 'zh' ? `（${words.join('，')}）` : ` (${words.join(', ')})`;
}

const roleIn = (role: string, language: Language): string => ROLE_WORDS[role as Role]?.[language] ?? role;
const actionIn = (action: string, language: Language): string => ACTION_WORDS[action as Action]?.[language] ?? action;
