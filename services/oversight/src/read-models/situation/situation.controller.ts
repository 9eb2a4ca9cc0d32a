import { Controller, Get, Inject, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  AnswersWithEvents,
  CallerOf,
  IsDay,
  IsMoment,
  IsTerritory,
  listOrTable,
  malformed,
  MayBeMissing,
  sse,
} from '@baogong/http';
import type { Caller, Column } from '@baogong/http';
import { CONTEXTS } from '@baogong/contracts';
import type { FastifyReply } from 'fastify';
import { addMinutes } from '@baogong/kernel';
import { hourOf, hoursOfDay, instantOfHour, type Hours } from '../../application/period.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { PeriodQuery, periodOf, readerOf, TerritoryQuery } from '../asking.js';
import { liveView, type LiveQuestion, type LiveView } from '../throughput/live.js';
import { STAGE_WORDS, STAGES } from '../throughput/stages.js';
import { situationTold } from './situation.answers.js';
import { situationOf, type Situation } from './situation.query.js';

const DAYS_MAX = 366;
const LIVE: LiveQuestion = {
  event: 'district-view',
  consumers: [
    ...['throughput-orders', 'throughput-inventory', 'throughput-delivery', 'consignments'],
    ...['needs-orders', 'needs-delivery', 'tally', 'obligations', 'approvals', 'duty-gaps'],
    ...CONTEXTS.map((source) => `refusals-${source}`),
  ],
  restMs: 600,
  ask: situationOf,
};

export class SituationReportQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** Any moment in the hour that the report is about. */
  @MayBeMissing() @IsMoment() hour?: string;

  /** The day, in Beijing time, that the report is about. */
  @MayBeMissing() @IsDay() day?: string;
}

@Controller()
@UseInterceptors(AfterInterceptor)
export class SituationController {
  private readonly live: LiveView;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.live = liveView(runtime, LIVE);
  }

  /** What is reported upwards of one hour or one day: the hour that runs, unless told. */
  @Get('situation-reports')
  @Answers(200, situationTold, ['text/csv'])
  async report(
    @CallerOf() caller: Caller,
    @Query() query: SituationReportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const reader = readerOf(this.runtime, caller, query);
    return this.told(reply, { ...reader, ...this.hoursAsked(query) });
  }

  /** The same over any period. */
  @Get('district-view')
  @Answers(200, situationTold, ['text/csv'])
  async view(@CallerOf() caller: Caller, @Query() query: PeriodQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const reader = readerOf(this.runtime, caller, query);
    return this.told(reply, { ...reader, ...periodOf(this.runtime, query, DAYS_MAX) });
  }

  /** The same of the last 24 hours, told anew whenever it changes. */
  @Get('district-view/live')
  @AnswersWithEvents()
  watch(@CallerOf() caller: Caller, @Query() query: TerritoryQuery, @Res() reply: FastifyReply): void {
    const reader = readerOf(this.runtime, caller, query);
    sse(reply, { subscribe: (stream) => this.live.follow({ caller, ...reader }, stream) });
  }

  private async told(reply: FastifyReply, asked: Parameters<typeof situationOf>[1]) {
    const situation = await situationOf(this.runtime, asked);
    const { territory, fromHour, toHour } = asked;
    const period = { territory, from: instantOfHour(fromHour), to: instantOfHour(toHour) };
    const table = listOrTable(reply, { items: figuresOf(situation) }, COLUMNS);
    return typeof table === 'string' ? table : { ...period, ...situation };
  }

  private hoursAsked({ hour, day }: SituationReportQuery): Hours {
    if (hour !== undefined && day !== undefined) throw malformed('/day', 'is asked for together with an hour');
    const now = this.runtime.clock.now();
    const begins = hourOf(hour ?? now);
    const hours = day === undefined ? { fromHour: begins, toHour: hourAfter(begins) } : hoursOfDay(day);
    if (instantOfHour(hours.fromHour) > now) throw malformed(day === undefined ? '/hour' : '/day', 'is yet to come');
    return hours;
  }
}

const hourAfter = (hour: string): string => hourOf(addMinutes(instantOfHour(hour), 60));

interface Figure {
  zh: string;
  en: string;
  value: number | null;
}

/** Every figure in a line of its own, as a form has them. */
function figuresOf(situation: Situation): Figure[] {
  const { flow, needs, lateConsignments, duties, approvals, cases, rules, refusals, clerical } = situation;
  const sum = (parts: { count: number }[]) => parts.reduce((all, { count }) => all + count, 0);
  return [
    ...STAGES.map((stage) => ({ ...STAGE_WORDS[stage], value: flow.stages[stage].count })),
    { zh: '户数', en: 'households', value: needs.households },
    { zh: '储备不足三天的户数', en: 'households short of three days', value: needs.short },
    { zh: '未获供应的户数', en: 'unserved households', value: needs.unserved },
    { zh: '未联系到的户数', en: 'unreached households', value: needs.unreached },
    { zh: '迟到批次', en: 'late consignments', value: lateConsignments },
    { zh: '被拒绝的操作', en: 'refusals', value: sum(refusals) },
    { zh: '被驳回的本地规则', en: 'local rules rejected', value: sum(rules.rejected) },
    { zh: '逾期职责', en: 'duties past their clock', value: duties.pastTheirClock },
    { zh: '无人承担的职责小时', en: 'hours in which a duty was uncovered', value: duties.uncoveredHours },
    { zh: '办结的审批', en: 'approvals ended', value: approvals.ended },
    { zh: '审批平均环节数', en: 'mean steps of an approval', value: approvals.meanHops ?? 0 },
    { zh: '审批平均等待分钟', en: 'mean waiting of an approval in minutes', value: approvals.meanWaitedMinutes ?? 0 },
    { zh: '新增诉求', en: 'cases opened', value: cases.opened },
    { zh: '未办结诉求', en: 'open cases', value: cases.open },
    { zh: '节省的文书分钟', en: 'minutes of clerical work saved', value: clerical.minutes },
  ];
}

const COLUMNS: Column<Figure>[] = [
  { zh: '指标', en: 'figure in Chinese', cell: ({ zh }) => zh },
  { zh: '英文指标', en: 'figure', cell: ({ en }) => en },
  { zh: '数值', en: 'value', cell: ({ value }) => value ?? '<5' },
];
