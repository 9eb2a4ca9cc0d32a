import type { Hours } from '../../application/period.js';
import type { Runtime } from '../../application/runtime.js';
import type { Reader } from '../asking.js';
import { lateCount } from '../consignments/consignments.query.js';
import { masked } from '../masking.js';
import { needsOf, type NeedsTotal } from '../needs/needs.query.js';
import { refusalsByOrganisation, type RefusalsOfOrganisation } from '../refusals/refusals.query.js';
import { countsOf, pastTheirClock, tallyOf, type Tally } from '../tally/tally.query.js';
import type { Throughput } from '../throughput/cells.js';
import { totalOf } from '../throughput/throughput.query.js';
import { approvalSteps, type ApprovalSteps } from '../approvals/steps.query.js';
import { uncoveredTotal } from '../coverage-gaps/gaps.query.js';
import { clericalOf, type Clerical } from './clerical.js';

/** The state of a place over a period, all from recorded events: nobody fills in a form. */
export interface Situation {
  flow: Throughput;
  /** As things stand now, whatever the period. */
  needs: NeedsTotal;
  lateConsignments: number;
  refusals: RefusalsOfOrganisation[];
  rules: { accepted: Tally[]; rejected: Tally[] };
  /** `uncoveredHours`: in which nobody was on duty, over all places and actions. */
  duties: { breached: Tally[]; pastTheirClock: number; uncoveredHours: number };
  approvals: ApprovalSteps;
  cases: { opened: number | null; closed: number | null; open: number | null };
  clerical: Clerical;
}

export async function situationOf(runtime: Runtime, asked: Reader & Hours): Promise<Situation> {
  const { territory, persons } = asked;
  const [flow, needs, lateConsignments, refusals, counts, rules, duties, approvals] = await Promise.all([
    totalOf(runtime, asked),
    needsOf(runtime, asked),
    lateCount(runtime, territory),
    refusalsByOrganisation(runtime, asked),
    countsOf(runtime, asked),
    rulesOf(runtime, asked),
    dutiesOf(runtime, asked),
    approvalSteps(runtime, asked),
  ]);
  const { 'case-opened': opened, 'case-closed': closed } = counts;
  const of = (stage: keyof typeof flow.stages) => flow.stages[stage].count;
  return {
    flow,
    needs,
    lateConsignments,
    refusals,
    rules,
    duties,
    approvals,
    cases: {
      opened: masked(opened.within, persons),
      closed: masked(closed.within, persons),
      open: masked(opened.before - closed.before, persons),
    },
    clerical: clericalOf({
      requested: of('requested'),
      granted: of('granted'),
      counted: of('counted'),
      packed: of('packed'),
      handedOver: of('handedOver'),
      cases: masked(opened.within, persons) ?? 0,
      breaches: counts.breach.within,
      bulletins: counts.bulletin.within,
    }),
  };
}

async function rulesOf(runtime: Runtime, asked: Reader & Hours): Promise<Situation['rules']> {
  const [accepted, rejected] = await Promise.all([
    tallyOf(runtime, 'rule-accepted', asked),
    tallyOf(runtime, 'rule-rejected', asked),
  ]);
  return { accepted, rejected };
}

async function dutiesOf(runtime: Runtime, asked: Reader & Hours): Promise<Situation['duties']> {
  const [breached, late, uncoveredHours] = await Promise.all([
    tallyOf(runtime, 'breach', asked),
    pastTheirClock(runtime, asked.territory),
    uncoveredTotal(runtime, asked),
  ]);
  return { breached, pastTheirClock: late, uncoveredHours };
}
