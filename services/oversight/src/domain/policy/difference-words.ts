import type { HowMuch } from '@baogong/kernel';
import type { Difference } from './difference.js';

type Language = 'zh' | 'en';
type Words = Record<Language, string>;

/** A difference with its sentences, as it is published: what is taken away in words that everybody at the gate can read. */
export type SpelledOut = Difference & Words;
export const spelledOut = (difference: Difference): SpelledOut => ({
  ...difference,
  zh: sentence(difference, SENTENCES.zh, 'zh'),
  en: sentence(difference, SENTENCES.en, 'en'),
});

/** The same of a comparison the other way round: what the version below adds to the one above it. */
export const spelledOutAsGiven = (difference: Difference): SpelledOut => ({
  ...difference,
  zh: sentence(difference, GIVEN.zh, 'zh'),
  en: sentence(difference, GIVEN.en, 'en'),
});

const VALUES: Record<string, Words> = {
  everybody: { zh: '所有住户', en: 'everybody' },
  elderly: { zh: '有老人的住户', en: 'households with elders' },
  infant: { zh: '婴幼儿', en: 'infants' },
  'living-alone': { zh: '独居住户', en: 'people who live alone' },
  assisted: { zh: '需要代办的住户', en: 'households that need assistance' },
  tenant: { zh: '租户', en: 'tenants' },
  'non-local': { zh: '外地人员', en: 'people from elsewhere' },
  unregistered: { zh: '未登记人员', en: 'unregistered people' },
  'in-arrears': { zh: '欠费住户', en: 'households in arrears' },
  'health-status': { zh: '健康状况', en: 'health status' },
  'test-status': { zh: '检测结果', en: 'test status' },
  complainant: { zh: '投诉过的住户', en: 'households that complained' },
  food: { zh: '食品', en: 'food' },
  'food:fruit': { zh: '水果', en: 'fruit' },
  hygiene: { zh: '卫生用品', en: 'hygiene goods' },
  medicine: { zh: '药品', en: 'medicine' },
  device: { zh: '医疗器械', en: 'medical devices' },
  station: { zh: '自提点', en: 'pickup stations' },
  door: { zh: '送货上门', en: 'delivery to the door' },
  low: { zh: '低风险', en: 'low risk' },
  medium: { zh: '中风险', en: 'medium risk' },
  high: { zh: '高风险', en: 'high risk' },
};

type Sentences = Record<Difference['kind'], (difference: Difference) => string>;

function sentence(difference: Difference, sentences: Sentences, language: Language): string {
  return sentences[difference.kind](difference) + partOf(difference, language);
}

const SENTENCES: Record<Language, Sentences> = {
  zh: {
    lost: (one) => `${lostIn(one, 'zh')}：上级政策条款 ${one.clause} 允许，本规定不再允许`,
    less: (one) =>
      `上级政策条款 ${one.clause} 允许${often(one.floor, 'zh')}，本规定只允许${often(one.asked, 'zh')}${sharedWith(one, 'zh')}`,
    protected: (one) => `任何规定都不得以此为条件：${listed(one.values, 'zh')}（条款 ${one.clause}）`,
    'beyond-range': (one) =>
      `${often(one.asked, 'zh')}超出授权范围：上级政策条款 ${one.clause} 定为${often(one.floor, 'zh')}`,
  },
  en: {
    lost: (one) => `${lostIn(one, 'en')}: permitted by clause ${one.clause} above, and no longer by this rule`,
    less: (one) =>
      `Clause ${one.clause} above permits ${often(one.floor, 'en')}, this rule only ${often(one.asked, 'en')}${sharedWith(one, 'en')}`,
    protected: (one) => `Never a criterion of any rule: ${listed(one.values, 'en')} (clause ${one.clause})`,
    'beyond-range': (one) =>
      `${often(one.asked, 'en')} is outside the delegated range: clause ${one.clause} above says ${often(one.floor, 'en')}`,
  },
};

const GIVEN: Record<Language, Sentences> = {
  zh: {
    ...SENTENCES.zh,
    lost: (one) => `${lostIn(one, 'zh')}：由条款 ${one.clause} 新允许`,
    less: (one) => `条款 ${one.clause} 允许${often(one.floor, 'zh')}，上级为${often(one.asked, 'zh')}`,
  },
  en: {
    ...SENTENCES.en,
    lost: (one) => `${lostIn(one, 'en')}: permitted anew by clause ${one.clause}`,
    less: (one) => `Clause ${one.clause} permits ${often(one.floor, 'en')}, above it is ${often(one.asked, 'en')}`,
  },
};

function lostIn({ dimension, values }: Difference, language: Language): string {
  if (dimension === 'all') return language === 'zh' ? '全部内容' : 'All of it';
  return listed(values, language);
}

function partOf({ within = [] }: Difference, language: Language): string {
  if (within.length === 0) return '';
  const parts = within.map(({ values }) => listed(values, language)).join(language === 'zh' ? '；' : '; ');
  return language === 'zh' ? `（仅就：${parts}）` : ` (only as to: ${parts})`;
}

function sharedWith({ together = [] }: Difference, language: Language): string {
  if (together.length === 0) return '';
  const others = together.join(', ');
  return language === 'zh' ? `，且与条款 ${others} 合并计数` : `, counted together with clause ${others}`;
}

function often(howMuch: HowMuch | undefined, language: Language): string {
  if (!howMuch) return language === 'zh' ? '不限次数' : 'any number of times';
  const { times, days } = howMuch;
  if (language === 'zh') return `每 ${days} 天 ${times} 次`;
  return `${times === 1 ? 'once' : `${times} times`} ${days === 1 ? 'a day' : `in ${days} days`}`;
}

const listed = (values: readonly string[], language: Language): string =>
  values.map((value) => named(value, language)).join(language === 'zh' ? '、' : ', ');

function named(value: string, language: Language): string {
  if (value.startsWith('not:')) {
    const left = named(value.slice('not:'.length), language);
    return language === 'zh' ? `除${left}以外` : `other than ${left}`;
  }
  if (value.includes('+'))
    return value
      .split('+')
      .map((one) => named(one, language))
      .join(language === 'zh' ? '且' : ' who are also ');
  return VALUES[value]?.[language] ?? value;
}
