/**
 * What a rule may ask for beyond role, place, posture and time: a closed language, so that every service understands
 * every rule. A fact is told by whoever knows it; one that nobody tells stays open and is the decider's to check.
 */
export const CONDITION_WORDS = {
  'named-consignee': { zh: '须为指定的收货方', en: 'only as the named consignee of the goods' },
  'under-lead': { zh: '须在带队组织之下', en: 'only under an organisation that leads' },
  trained: { zh: '须受过培训（授权时点名此项）', en: 'only after training, for which the grant names this action' },
  'recorded-consent': { zh: '须有住户的同意记录', en: 'only with the recorded consent of the household' },
  'delegated-range': { zh: '须在授权范围内', en: 'only within the delegated range' },
  medicine: { zh: '仅限药品', en: 'where it is medicine' },
  neighbour: { zh: '须为邻居', en: 'only as a neighbour' },
  'chosen-representative': { zh: '须为推选的居民代表', en: 'only as the chosen representative of the residents' },
  'own-task': { zh: '仅限自己的任务', en: 'only for one’s own task' },
  'stated-purpose': { zh: '须说明用途', en: 'only for a stated purpose' },
  'audit-only': { zh: '仅限审计', en: 'only for an audit' },
  'as-fallback': { zh: '仅在责任方未履行时', en: 'only where the first in duty does not' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Condition = keyof typeof CONDITION_WORDS;
export const CONDITIONS = Object.keys(CONDITION_WORDS) as [Condition, ...Condition[]];

/**
 * Who looks whether a condition holds: of any action where it is read from the grant, else of these actions, whose
 * decider or clock knows it. A rule that asks for it elsewhere would let everybody through.
 */
const EVALUATED: Partial<Record<Condition, 'grant' | readonly string[]>> = {
  'under-lead': 'grant',
  trained: 'grant',
  'named-consignee': ['ReceiveGoods'],
  'recorded-consent': ['PlaceOrder', 'AmendOrder', 'CancelOrder'],
  'delegated-range': ['IssuePolicy', 'SetLocalParameter'],
  medicine: ['DeliverToDoor'],
  'as-fallback': ['StaffStation', 'DeliverToDoor'],
};

/** Whether anybody looks if the condition holds when the action is asked for. */
export function isEvaluated(condition: Condition, action: string): boolean {
  const by = EVALUATED[condition];
  return by === 'grant' || (by !== undefined && by.includes(action));
}

/** What is known: true, false, or not told. */
export type Facts = Partial<Record<Condition, boolean>>;
