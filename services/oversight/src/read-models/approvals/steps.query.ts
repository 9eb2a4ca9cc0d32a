import type { Territory } from '@baogong/kernel';
import { instantOfHour, type Hours } from '../../application/period.js';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

/** Of approvals that ended in a period: through how many offices they went, and how long they waited. */
export interface ApprovalSteps {
  ended: number;
  tacit: number;
  declined: number;
  /** Missing where none ended. */
  meanHops?: number;
  meanWaitedMinutes?: number;
}

interface Row {
  ended: string;
  tacit: string;
  declined: string;
  hops: string | null;
  waited: string | null;
}

export async function approvalSteps(
  runtime: Runtime,
  { territory, fromHour, toHour }: Hours & { territory: Territory },
): Promise<ApprovalSteps> {
  const [row] = await rowsOf<Row>(
    runtime,
    `select count(*) as ended, count(*) filter (where status = 'tacit') as tacit,
       count(*) filter (where status = 'declined') as declined, avg(hop) as hops, avg(waited_minutes) as waited
     from oversight.approval
     where (territory = $1 or starts_with(territory, $1 || '/')) and ended_at >= $2 and ended_at < $3`,
    [territory, instantOfHour(fromHour), instantOfHour(toHour)],
  );
  const { ended, tacit, declined, hops, waited } = row!;
  const counts = { ended: Number(ended), tacit: Number(tacit), declined: Number(declined) };
  return hops === null ? counts : { ...counts, meanHops: rounded(hops), meanWaitedMinutes: rounded(waited) };
}

/** To hundredths. */
export const rounded = (value: string | null): number => Math.round(Number(value) * 100) / 100;
