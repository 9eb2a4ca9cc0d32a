import type { By } from '@baogong/decider';
import type { Action, Bilingual, Condition, DutyMatrix, DutyRule, Facts, RefusalReason } from '@baogong/duties';
import type { EventRecord } from '@baogong/event-pipe';
import type { Instant, Territory } from '@baogong/kernel';
import type { RefusedDuty } from './desk-types.js';
import type { Grant, InForce, ServiceRuntime } from './types.js';

export interface DutyCase {
  actor: string;
  askedRole?: string;
  action: Action;
  territory: Territory;
  at: Instant;
  /** What the asking service knows of the rules' conditions; what nobody tells is the decider's to check. */
  facts?: Facts;
}

export type Judgement =
  | { ok: true; by: By; rule: string; inForce: InForce }
  | { ok: false; refusal: RefusedDuty | { kind: 'not-found' } | { kind: 'authority-unknown' } };

const DISTRICT: Bilingual = { zh: '区办公室', en: 'district office' };
const NO_RULE: Bilingual = {
  zh: 'S61：职责表没有允许的，一律不予办理',
  en: 'S61: what no rule of the duty matrix allows is refused',
};
const STALE: Bilingual = {
  zh: '本服务的角色和政策副本近来未得到监督服务的确认',
  en: 'the copy of roles and policy has not been confirmed by oversight of late',
};

export interface Why {
  reason: RefusalReason;
  role: string;
  rule?: string;
  basis?: Bilingual;
  appeal?: Bilingual;
  unmet?: Condition[];
  grant?: Grant;
}

export function refusedDuty({ action }: DutyCase, why: Why): Judgement {
  const { reason, role, unmet, grant } = why;
  const basis = why.basis ?? (reason === 'authority-stale' ? STALE : NO_RULE);
  const appeal = why.appeal ?? DISTRICT;
  const refusal: RefusedDuty = {
    kind: 'refused',
    reason,
    // Where no rule is to blame the lack itself is the rule.
    rule: why.rule ?? reason,
    role,
    action,
    basis: basis.en,
    appeal: appeal.en,
    zh: { basis: basis.zh, appeal: appeal.zh },
    ...(unmet && unmet.length > 0 ? { unmet } : {}),
    ...(grant?.organisation === undefined ? {} : { organisation: grant.organisation }),
  };
  return { ok: false, refusal };
}

const UNSIGNED: Bilingual = {
  zh: '职责表须由区办公室签名',
  en: 'a duty matrix is signed by the district office',
};

/** A matrix that the district has not signed is not taken in force, and the district hears of it as of any refusal. */
export function reportMatrix({ desk, log }: Pick<ServiceRuntime, 'desk' | 'log'>, record: EventRecord): void {
  const { territory, correlation, data } = record;
  log.error(
    { version: (data as DutyMatrix).version, event: record.id },
    'duty matrix refused: not signed by the district',
  );
  const why = { reason: 'forbidden', role: 'system', rule: 'matrix-signature', basis: UNSIGNED } as const;
  const judged = refusedDuty({ actor: 'system', action: 'ActivateDutyMatrix', territory, at: record.at }, why);
  if (judged.ok || judged.refusal.kind !== 'refused') return;
  desk.report({ ...judged.refusal, organisation: 'system' }, { actor: 'system', territory, correlation });
}

/** What a rule says for itself. */
export function cited({ id, legalBasis, appeal }: DutyRule, { texts = {} }: DutyMatrix) {
  const text = (key: string): Bilingual => texts[key] ?? { zh: key, en: key };
  return { rule: id, basis: text(legalBasis), appeal: text(appeal) };
}
