import { Controller, Get, Inject, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  AnswersWithEvents,
  CallerOf,
  decodeCursor,
  limitOf,
  listOrTable,
  MayBeMissing,
  pageOf,
  sse,
} from '@baogong/http';
import type { Caller, Column } from '@baogong/http';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { instantOfHour } from '../../application/period.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { PeriodQuery, periodOf, readerOf, TerritoryQuery } from '../asking.js';
import { funnelPage, hoursPage } from './throughput.answers.js';
import type { Throughput } from './cells.js';
import { FUNNEL_KEYS, funnelOf, type FunnelKey, type FunnelRow } from './funnel.query.js';
import { liveThroughput, type LiveView } from './live.js';
import { STAGE_WORDS, STAGES } from './stages.js';
import { hoursOf, totalOf, type HourOfCommunity } from './throughput.query.js';

const DAYS_MAX = { throughput: 31, funnel: 366 };

export class FunnelQuery extends PeriodQuery {
  /** Community unless told. */
  @MayBeMissing() @IsIn(FUNNEL_KEYS) by?: FunnelKey;
}

@Controller('throughput')
export class ThroughputController {
  private readonly live: LiveView;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.live = liveThroughput(runtime);
  }

  @Get()
  @Answers(200, hoursPage, ['text/csv'])
  @UseInterceptors(AfterInterceptor)
  async read(@CallerOf() caller: Caller, @Query() query: PeriodQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const asked = { ...readerOf(this.runtime, caller, query), ...periodOf(this.runtime, query, DAYS_MAX.throughput) };
    const [hour = '', community = ''] = decodeCursor(query.cursor, 2) ?? [];
    const limit = limitOf(query);
    const [total, hours] = await Promise.all([
      totalOf(this.runtime, asked),
      hoursOf(this.runtime, asked, { after: [hour.slice(0, 13), community], limit: limit + 1 }),
    ]);
    const page = pageOf<HourOfCommunity>(hours, limit, (row) => [row.hour, row.community]);
    return listOrTable(reply, { ...toldPeriod(asked), total, ...page }, HOUR_COLUMNS);
  }

  /** From the offer to the door, for each community, class or kind of goods, supplier, or whoever has a stage in hand. */
  @Get('funnel')
  @Answers(200, funnelPage, ['text/csv'])
  @UseInterceptors(AfterInterceptor)
  async funnel(
    @CallerOf() caller: Caller,
    @Query() query: FunnelQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = { ...readerOf(this.runtime, caller, query), ...periodOf(this.runtime, query, DAYS_MAX.funnel) };
    const { by = 'community' } = query;
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const limit = limitOf(query);
    const [total, rows] = await Promise.all([
      totalOf(this.runtime, asked),
      funnelOf(this.runtime, asked, { by, after, limit: limit + 1 }),
    ]);
    const page = pageOf<FunnelRow>(rows, limit, ({ key }) => [key]);
    return listOrTable(reply, { ...toldPeriod(asked), by, total, ...page }, FUNNEL_COLUMNS);
  }

  @Get('live')
  @AnswersWithEvents()
  watch(@CallerOf() caller: Caller, @Query() query: TerritoryQuery, @Res() reply: FastifyReply): void {
    const reader = readerOf(this.runtime, caller, query);
    sse(reply, { subscribe: (stream) => this.live.follow({ caller, ...reader }, stream) });
  }
}

function toldPeriod({ territory, fromHour, toHour }: { territory: string; fromHour: string; toHour: string }) {
  return { territory, from: instantOfHour(fromHour), to: instantOfHour(toHour) };
}

const STAGE_COLUMNS: Column<Throughput>[] = STAGES.flatMap((stage) => [
  { ...titled(stage, '次数', 'count'), cell: ({ stages }: Throughput) => stages[stage].count },
  { ...titled(stage, '件数', 'pieces'), cell: ({ stages }: Throughput) => stages[stage].pieces },
  { ...titled(stage, '克重', 'grams'), cell: ({ stages }: Throughput) => stages[stage].grams },
  { ...titled(stage, '未显示', 'hidden'), cell: ({ stages }: Throughput) => stages[stage].hidden ?? 0 },
]);

function titled(stage: (typeof STAGES)[number], zh: string, en: string) {
  return { zh: `${STAGE_WORDS[stage].zh}${zh}`, en: `${STAGE_WORDS[stage].en} ${en}` };
}

const HOUR_COLUMNS: Column<HourOfCommunity>[] = [
  { zh: '时段', en: 'hour', cell: ({ hour }) => hour },
  { zh: '社区', en: 'community', cell: ({ community }) => community },
  ...STAGE_COLUMNS,
];

const FUNNEL_COLUMNS: Column<FunnelRow>[] = [{ zh: '分组', en: 'group', cell: ({ key }) => key }, ...STAGE_COLUMNS];
