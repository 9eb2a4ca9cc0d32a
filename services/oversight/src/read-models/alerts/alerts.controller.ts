import { Controller, Get, Inject, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  limitOf,
  listOrTable,
  MayBeMissing,
  pageOf,
} from '@baogong/http';
import { IsTerritory, PageQuery } from '@baogong/http';
import type { Caller, Column } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { rowsOf } from '../../application/reading.js';
import type { Measure } from '../../domain/threshold/threshold.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { PeriodQuery, readerOf } from '../asking.js';
import { alertsPage, thresholdsPage } from './alerts.answers.js';

interface AlertRow {
  threshold_id: string;
  crossing: number;
  territory: string;
  measure: Measure;
  at_least: number;
  direction: 'above' | 'below';
  value: number | null;
  at: string;
}
interface ThresholdRow {
  threshold_id: string;
  territory: string;
  measure: Measure;
  at_least: number;
  above: boolean;
}

export class ThresholdsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

const WITHIN = `(territory = $1 or starts_with(territory, $1 || '/'))`;
const BEGINNING = '2000-01-01T00:00:00.000Z';
const END = '9999-12-31T23:59:59.999Z';
const instant = (moment: string): string => new Date(Date.parse(moment)).toISOString();

@Controller()
@UseInterceptors(AfterInterceptor)
export class AlertsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** What crossed a threshold, oldest first, and when that was over. */
  @Get('alerts')
  @Answers(200, alertsPage, ['text/csv'])
  async alerts(
    @CallerOf() caller: Caller,
    @Query() query: PeriodQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { territory } = readerOf(this.runtime, caller, query);
    const limit = limitOf(query);
    const [at = '', thresholdId = ''] = decodeCursor(query.cursor, 2) ?? [];
    const rows = await rowsOf<AlertRow>(
      this.runtime,
      `select * from oversight.alert where ${WITHIN} and at >= $2 and at < $3 and (at, threshold_id) > ($4, $5)
       order by at, threshold_id limit $6`,
      [territory, instant(query.from ?? BEGINNING), instant(query.to ?? END), at, thresholdId, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.at, row.threshold_id]);
    return listOrTable(reply, { ...page, items: page.items.map(alertTold) }, COLUMNS);
  }

  @Get('alert-thresholds')
  @Answers(200, thresholdsPage)
  async thresholds(@CallerOf() caller: Caller, @Query() query: ThresholdsQuery) {
    const { territory } = readerOf(this.runtime, caller, query);
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rows = await rowsOf<ThresholdRow>(
      this.runtime,
      `select * from oversight.threshold where ${WITHIN} and threshold_id > $2 order by threshold_id limit $3`,
      [territory, after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ threshold_id }) => [threshold_id]);
    return { ...page, items: page.items.map(thresholdTold) };
  }
}

type Alert = ReturnType<typeof alertTold>;

function alertTold({ threshold_id, territory, measure, at_least, ...row }: AlertRow) {
  const { direction, value, crossing, at } = row;
  return { thresholdId: threshold_id, territory, measure, atLeast: at_least, direction, value, crossing, at };
}

function thresholdTold({ threshold_id, territory, measure, at_least, above }: ThresholdRow) {
  return { id: threshold_id, territory, measure, atLeast: at_least, crossed: above };
}

const COLUMNS: Column<Alert>[] = [
  { zh: '时间', en: 'at', cell: ({ at }) => at },
  { zh: '地区', en: 'territory', cell: ({ territory }) => territory },
  { zh: '指标', en: 'measure', cell: ({ measure }) => measure },
  { zh: '界限', en: 'threshold', cell: ({ atLeast }) => atLeast },
  { zh: '方向', en: 'direction', cell: ({ direction }) => direction },
  { zh: '数值', en: 'value', cell: ({ value }) => value ?? '<5' },
];
