import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsMoment,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import { IsIn } from 'class-validator';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { approvalsPage, approvalStepsPage, STATUSES } from './approvals.answers.js';
import { rounded } from './steps.query.js';

export class ApprovalsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  @MayBeMissing() @IsIn(STATUSES) status?: (typeof STATUSES)[number];
}

export class ApprovalStepsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** Of the end of an approval; weeks begin on Monday by the clocks of China. */
  @MayBeMissing() @IsMoment() from?: string;

  @MayBeMissing() @IsMoment() to?: string;
}

interface Row {
  approval_id: string;
  action: string;
  territory: string;
  subject: string;
  reason: string;
  role: string;
  requested_by: string[];
  requester_kind: string | null;
  requested_at: string;
  hop: number;
  office_role: string;
  office: string;
  due_at: string | null;
  status: (typeof STATUSES)[number];
  ended_at: string | null;
  /** Null as long as there is no end. */
  waited_minutes: number;
  answer: string | null;
}

interface StepsRow {
  week: string;
  action: string;
  ended: string;
  mean_hops: string;
  max_hops: number;
  mean_waited: string;
  tacit: string;
  declined: string;
  grew: boolean;
}

const OVERSEEING = ['district-office', 'subdistrict-office', 'residents-committee'];
const BEGINNING = '2000-01-01T00:00:00.000Z';
const END = '9999-12-31T23:59:59.999Z';

@Controller('approvals')
@UseInterceptors(AfterInterceptor)
export class ApprovalsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Answers(200, approvalsPage)
  async list(@CallerOf() caller: Caller, @Query() query: ApprovalsQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeApprovals', territory }));
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const own = OVERSEEING.includes(by.role) ? null : [by.actor, by.organisation];
    const rows = await rowsOf<Row>(
      this.runtime,
      `select p.*, a.kind as requester_kind
       from oversight.approval p left join oversight.actor a on a.actor_id = p.requested_by ->> 0
       where (p.territory = $1 or starts_with(p.territory, $1 || '/')) and ($2::text is null or p.status = $2)
         and ($3::text[] is null or exists (select from json_array_elements_text(p.requested_by) r where r = any($3)))
         and p.approval_id > $4
       order by p.approval_id limit $5`,
      [territory, query.status ?? null, own, after, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.approval_id]);
    const named = by.role === 'residents-committee' || own !== null;
    return { ...page, items: page.items.map((row) => told(row, named)) };
  }

  /** By week and action: through how many offices approvals went, and how long they waited. */
  @Get('steps')
  @Answers(200, approvalStepsPage)
  async steps(@CallerOf() caller: Caller, @Query() query: ApprovalStepsQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeApprovals', territory }));
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 2) ?? ['', ''];
    const own = OVERSEEING.includes(by.role) ? null : [by.actor, by.organisation];
    const rows = await rowsOf<StepsRow>(
      this.runtime,
      `select p.week, p.action, count(*) as ended, avg(p.hop) as mean_hops, max(p.hop) as max_hops,
         avg(p.waited_minutes) as mean_waited, count(*) filter (where p.status = 'tacit') as tacit,
         count(*) filter (where p.status = 'declined') as declined,
         bool_or(exists (select from oversight.approval_growth g where g.action = p.action and g.week = p.week
           and g.district = split_part($1, '/', 1))) as grew
       from oversight.approval p
       where (p.territory = $1 or starts_with(p.territory, $1 || '/')) and p.ended_at >= $2 and p.ended_at < $3
         and ($4::text[] is null or exists (select from json_array_elements_text(p.requested_by) r where r = any($4)))
         and (p.week, p.action) > ($5, $6)
       group by p.week, p.action order by p.week, p.action limit $7`,
      [territory, momentOf(query.from) ?? BEGINNING, momentOf(query.to) ?? END, own, ...after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ week, action }) => [week, action]);
    return { ...page, items: page.items.map(stepsTold) };
  }
}

const momentOf = (text: string | undefined) => (text === undefined ? undefined : instantOf(millisOf(text)));

/** To offices a person who asked is one of so many. */
function told(row: Row, named: boolean) {
  const person = row.requester_kind === 'person' && !named;
  return {
    id: row.approval_id,
    action: row.action,
    territory: row.territory,
    subject: row.subject,
    reason: row.reason,
    requestedBy: person ? { persons: 1 as const } : { id: row.requested_by.at(-1)! },
    role: row.role,
    requestedAt: row.requested_at,
    hop: row.hop,
    with: { role: row.office_role, id: row.office },
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    status: row.status,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at, waitedMinutes: row.waited_minutes }),
    ...(row.answer === null ? {} : { answer: row.answer }),
  };
}

const stepsTold = (row: StepsRow) => ({
  week: row.week,
  action: row.action,
  ended: Number(row.ended),
  meanHops: rounded(row.mean_hops),
  maxHops: row.max_hops,
  meanWaitedMinutes: rounded(row.mean_waited),
  tacit: Number(row.tacit),
  declined: Number(row.declined),
  grew: row.grew,
});
