import { accept, unreachable, type By, type Decider } from '@baogong/decider';
import { instantOf, millisOf, type Instant } from '@baogong/kernel';

/** An approval that has ended: through how many offices it went and how long it took. */
export interface Counted {
  approvalId: string;
  action: string;
  district: string;
  endedAt: Instant;
  hops: number;
  waitedMinutes: number;
}
interface Mean {
  hops: number;
  waitedMinutes: number;
}
export interface Growth {
  action: string;
  district: string;
  /** The day on which the week began, such as `2026-04-13`. */
  week: string;
  before: Mean;
  now: Mean;
}

export interface ApprovalStepsCommand {
  type: 'CountApprovalSteps';
  at: Instant;
  by: By;
  data: Counted;
}
export type ApprovalStepsEvent =
  | { type: 'ApprovalStepsCounted'; at: Instant; data: Counted & { week: string } }
  | { type: 'ApprovalStepsGrew'; at: Instant; data: Growth };

interface Sum extends Mean {
  ended: number;
}
export interface ApprovalStepsState {
  counted: string[];
  weeks: Record<string, Sum>;
  /** The week for which growth was told already. */
  told?: string;
}

/** Fewer say nothing about a habit. */
const ENDED_MIN = 3;
const HOPS_MARGIN = 0.25;
const WAITING_FACTOR = 1.25;
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** One stream per district and action: two weeks beside each other, and one alarm a week. */
export const approvalSteps: Decider<ApprovalStepsState, ApprovalStepsCommand, ApprovalStepsEvent, never> = {
  initial: { counted: [], weeks: {} },
  snapshotRevision: 1,

  decide({ type, at, data }, state) {
    switch (type) {
      case 'CountApprovalSteps': {
        if (state.counted.includes(data.approvalId)) return accept();
        const week = weekOf(data.endedAt);
        const counted: ApprovalStepsEvent = { type: 'ApprovalStepsCounted', at, data: { ...data, week } };
        const grown = growthIn(approvalSteps.evolve(state, counted), data, week);
        const events: ApprovalStepsEvent[] = grown ? [{ type: 'ApprovalStepsGrew', at, data: grown }] : [];
        return accept(counted, ...events);
      }
      default:
        return unreachable(type);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ApprovalStepsCounted': {
        const { week, approvalId, hops, waitedMinutes } = event.data;
        const { ended, ...sum } = state.weeks[week] ?? { ended: 0, hops: 0, waitedMinutes: 0 };
        const added = { ended: ended + 1, hops: sum.hops + hops, waitedMinutes: sum.waitedMinutes + waitedMinutes };
        const kept = Object.entries({ ...state.weeks, [week]: added }).filter(([each]) => each >= weekBefore(week));
        return { ...state, counted: [...state.counted.slice(-99), approvalId], weeks: Object.fromEntries(kept) };
      }
      case 'ApprovalStepsGrew':
        return { ...state, told: event.data.week };
      default:
        return unreachable(event);
    }
  },
};

function growthIn(
  { weeks, told }: ApprovalStepsState,
  { action, district }: Counted,
  week: string,
): Growth | undefined {
  const [last, current] = [weeks[weekBefore(week)], weeks[week]];
  if (told === week || !last || !current || last.ended < ENDED_MIN || current.ended < ENDED_MIN) return undefined;
  const [before, now] = [meanOf(last), meanOf(current)];
  const grew =
    now.hops >= before.hops + HOPS_MARGIN || now.waitedMinutes > Math.max(before.waitedMinutes, 1) * WAITING_FACTOR;
  return grew ? { action, district, week, before, now } : undefined;
}

const meanOf = ({ ended, hops, waitedMinutes }: Sum): Mean => ({
  hops: round(hops / ended),
  waitedMinutes: round(waitedMinutes / ended),
});
const round = (value: number) => Math.round(value * 100) / 100;

/** The Monday, by the clocks of China, of the week in which this moment lies. */
export function weekOf(at: Instant): string {
  const days = Math.floor((millisOf(at) + CHINA_MS) / DAY_MS);
  // The first of January 1970 was a Thursday.
  return dayOf(days - ((days + 3) % 7));
}

const weekBefore = (week: string): string => dayOf(millisOf(`${week}T00:00:00Z`) / DAY_MS - 7);
const dayOf = (days: number): string => instantOf(days * DAY_MS).slice(0, 10);
