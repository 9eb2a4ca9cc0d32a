import { Controller, Get, Inject, Query, Res, UseInterceptors } from '@nestjs/common';
import { AfterInterceptor, Answers, CallerOf, decodeCursor, limitOf, listOrTable, pageOf } from '@baogong/http';
import type { Caller, Column } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { hourOf, instantOfHour } from '../../application/period.js';
import { rowsOf } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { PeriodQuery, periodOf, readerOf } from '../asking.js';
import { masked } from '../masking.js';
import { refusalHoursPage, refusalsPage } from './refusals.answers.js';
import { refusalsByHour, WITHIN, type HourlyRefusals } from './refusals.query.js';

interface Row {
  community: string;
  rule: string;
  role: string;
  action: string;
  organisation: string;
  basis: string;
  count: string;
  persons: string;
  first_hour: string;
  last_hour: string;
}

const BEGINNING = '2000-01-01T00:00:00.000Z';
const END = '9999-12-31T23:59:59.999Z';
const DAYS_MAX = 366;

@Controller('refusals')
@UseInterceptors(AfterInterceptor)
export class RefusalsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** By rule, role and organisation: how often, and how many different people or organisations. */
  @Get()
  @Answers(200, refusalsPage, ['text/csv'])
  async list(@CallerOf() caller: Caller, @Query() query: PeriodQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const { territory, persons } = readerOf(this.runtime, caller, { ...query, action: 'SeeRefusals' });
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 5) ?? ['', '', '', '', ''];
    const rows = await rowsOf<Row>(
      this.runtime,
      `select community, rule, role, action, organisation, min(basis) as basis, sum(count) as count,
         count(distinct person) as persons, min(hour) as first_hour, max(hour) as last_hour
       from oversight.refusal
       where ${WITHIN}
         and hour >= $2 and hour <= $3 and (community, rule, role, action, organisation) > ($4, $5, $6, $7, $8)
       group by community, rule, role, action, organisation
       order by community, rule, role, action, organisation limit $9`,
      [territory, hourOf(query.from ?? BEGINNING), hourOf(query.to ?? END), ...after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ community, rule, role, action, organisation }) => [
      ...[community, rule, role, action],
      organisation,
    ]);
    return listOrTable(reply, { ...page, items: page.items.map((row) => told(row, persons)) }, RULE_COLUMNS);
  }

  /** By hour and organisation: who tries what it may not, and when. */
  @Get('hours')
  @Answers(200, refusalHoursPage, ['text/csv'])
  async hours(
    @CallerOf() caller: Caller,
    @Query() query: PeriodQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const reader = readerOf(this.runtime, caller, { ...query, action: 'SeeRefusals' });
    const asked = { ...reader, ...periodOf(this.runtime, query, DAYS_MAX) };
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 4) ?? ['', '', '', ''];
    const rows = await refusalsByHour(this.runtime, asked, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ hour, community, organisation, role }) => [
      ...[hour, community, organisation],
      role,
    ]);
    const items = page.items.map((row) => ({ ...row, hour: instantOfHour(row.hour) }));
    return listOrTable(reply, { ...page, items }, HOUR_COLUMNS);
  }
}

type Told = ReturnType<typeof told>;

function told({ first_hour, last_hour, organisation, count, persons, ...row }: Row, seesPersons: boolean) {
  return {
    ...row,
    ...(organisation === '' ? {} : { organisation }),
    count: Number(count),
    persons: masked(Number(persons), seesPersons),
    firstHour: instantOfHour(first_hour),
    lastHour: instantOfHour(last_hour),
  };
}

const RULE_COLUMNS: Column<Told>[] = [
  { zh: '社区', en: 'community', cell: ({ community }) => community },
  { zh: '规则', en: 'rule', cell: ({ rule }) => rule },
  { zh: '角色', en: 'role', cell: ({ role }) => role },
  { zh: '操作', en: 'action', cell: ({ action }) => action },
  { zh: '单位', en: 'organisation', cell: ({ organisation }) => organisation },
  { zh: '依据', en: 'basis', cell: ({ basis }) => basis },
  { zh: '次数', en: 'count', cell: ({ count }) => count },
  { zh: '人数', en: 'persons', cell: ({ persons }) => persons },
  { zh: '首次', en: 'first hour', cell: ({ firstHour }) => firstHour },
  { zh: '末次', en: 'last hour', cell: ({ lastHour }) => lastHour },
];

const HOUR_COLUMNS: Column<HourlyRefusals>[] = [
  { zh: '时段', en: 'hour', cell: ({ hour }) => hour },
  { zh: '社区', en: 'community', cell: ({ community }) => community },
  { zh: '单位', en: 'organisation', cell: ({ organisation }) => organisation },
  { zh: '角色', en: 'role', cell: ({ role }) => role },
  { zh: '次数', en: 'count', cell: ({ count }) => count },
  { zh: '人数', en: 'persons', cell: ({ persons }) => persons },
];
