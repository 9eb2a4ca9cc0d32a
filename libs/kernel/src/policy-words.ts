import type { LineageStep, PolicyInForce, PolicyPart, UseVerdict } from './policy-use.js';

export type RefusedUse = Extract<UseVerdict, { verdict: 'refused' }>;

/** What a refusal by policy tells: the version, the clause, the texts it comes from, and a sentence in each language. */
export function policyRefusal(refused: RefusedUse, policy: Omit<PolicyInForce, 'clauses'>) {
  const { clause, part, limit } = refused;
  const { version, lineage } = policy;
  return {
    ...{ policy: version, clause, part, lineage: lineage.map(cited).join(' > ') },
    ...(limit ?? {}),
    ...{ zh: SENTENCES.zh(refused, policy), en: SENTENCES.en(refused, policy) },
  };
}

const cited = ({ version, territory, title, article }: LineageStep): string =>
  `${territory} ${version}: ${title}, ${article}`;

type Sentence = (refused: RefusedUse, policy: Omit<PolicyInForce, 'clauses'>) => string;

const SENTENCES: Record<'zh' | 'en', Sentence> = {
  zh: ({ clause, part, limit, item }, { version, lineage }) =>
    (limit
      ? `现行政策（第 ${version} 版，条款 ${clause}）每 ${limit.days} 天允许 ${limit.times} 次，本次将超出。`
      : `现行政策（第 ${version} 版）没有允许的条款；最接近的条款 ${clause} 不包括${PARTS[part].zh}${named(item)}。`) +
    `依据：${lineage.map(({ title, article }) => `${title}，${article}`).join('；')}。`,
  en: ({ clause, part, limit, item }, { version, lineage }) =>
    (limit
      ? `Clause ${clause} of policy ${version} permits ${limit.times} in ${limit.days} days on end; this would be more. `
      : `No clause of policy ${version} permits it: the nearest, ${clause}, leaves out ${PARTS[part].en}${named(item)}. `) +
    `Basis: ${lineage.map(({ title, article }) => `${title}, ${article}`).join('; ')}.`,
};

const named = (item?: string): string => (item === undefined ? '' : ` (${item})`);

const PARTS: Record<PolicyPart, { zh: string; en: string }> = {
  who: { zh: '这类住户', en: 'this kind of household' },
  what: { zh: '这种物品', en: 'this article' },
  when: { zh: '这个时段', en: 'this time' },
  where: { zh: '这个地点', en: 'this place' },
  channel: { zh: '这种领取方式', en: 'this way of getting the goods' },
  risk: { zh: '目前的风险等级', en: 'the present level of risk' },
  'how-much': { zh: '这个次数', en: 'so many times' },
};
