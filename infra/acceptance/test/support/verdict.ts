/** A rule as GET /duty-matrix publishes it. */
export interface PublishedRule {
  id: string;
  role: string;
  action: string;
  modality: 'allowed' | 'obliged' | 'forbidden';
  postures?: string[];
  scope: string;
  conditions?: string[];
  legalBasis: string;
  appeal: string;
  validFrom: string;
  validTo?: string;
}

export interface Verdict {
  allowed: boolean;
  rule?: PublishedRule;
}

/** No action is entrusted to anybody here by its name, so that nobody counts as trained for it. */
const UNMET = ['trained'];

/** Written anew from the published text: forbidden before obliged before allowed, and nothing without a rule. */
export function verdictOf(
  rules: PublishedRule[],
  { role, action, at, posture = 'normal' }: { role: string; action: string; at: string; posture?: string },
): Verdict {
  const mine = rules.filter(
    (rule) =>
      rule.role === role &&
      rule.action === action &&
      (!rule.postures || rule.postures.includes(posture)) &&
      rule.validFrom <= at &&
      !(rule.validTo !== undefined && rule.validTo <= at),
  );
  const forbidden = mine.find(({ modality }) => modality === 'forbidden');
  if (forbidden) return { allowed: false, rule: forbidden };
  const met = mine.filter(({ conditions = [] }) => !conditions.some((condition) => UNMET.includes(condition)));
  const permitting = met.find(({ modality }) => modality === 'obliged') ?? met[0];
  if (permitting) return { allowed: true, rule: permitting };
  return { allowed: false, ...(mine[0] ? { rule: mine[0] } : {}) };
}
