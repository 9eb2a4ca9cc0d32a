import { refusalText, type Language, type RefusalFacts } from '@baogong/duties';
import { Problem, type ProblemExtras } from './problems.js';

/** The same shape as Refused of libs/commanding. */
export type RefusedAnswer = Omit<RefusalFacts, 'basis' | 'appeal'> & {
  kind: 'refused';
  basis: string;
  appeal: string;
  zh: { basis: string; appeal: string };
};

/** A refusal can be read by the resident it concerns: rule, basis and appeal in the language the request asks for. */
export function refusalProblem(refused: RefusedAnswer): Problem {
  return new Problem('outside-duty', inLanguage(refused, 'en'), inLanguage(refused, 'zh'));
}

function inLanguage(refused: RefusedAnswer, language: Language): ProblemExtras {
  const { rule, action, reason, unmet } = refused;
  const { basis, appeal } = language === 'zh' ? refused.zh : refused;
  const both = {
    basis: { zh: refused.zh.basis, en: refused.basis },
    appeal: { zh: refused.zh.appeal, en: refused.appeal },
  };
  const detail = refusalText({ ...refused, ...both }, language);
  return { detail, rule, basis, appeal, action, reason, ...(unmet ? { unmet } : {}) };
}

/** The first of the languages asked for that we speak; English where none is asked for. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = /^q=([\d.]+)$/.exec(
        parameters.map((text) => text.trim()).find((text) => text.startsWith('q=')) ?? '',
      );
      return { tag: tag.trim(), weight: weight ? Number(weight[1]) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return asked.find(({ tag }) => /^(zh|en)\b/.test(tag))?.tag.startsWith('zh') ? 'zh' : 'en';
}
