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
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { readerOf } from '../asking.js';
import { needsPage } from './needs.answers.js';
import { needsByCommunity, needsOf, type NeedsOfCommunity } from './needs.query.js';

export class NeedsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('needs')
@UseInterceptors(AfterInterceptor)
export class NeedsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** How many households are short, unserved or unreached now, by community. */
  @Get()
  @Answers(200, needsPage, ['text/csv'])
  async list(@CallerOf() caller: Caller, @Query() query: NeedsQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const reader = readerOf(this.runtime, caller, query);
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const [total, rows] = await Promise.all([
      needsOf(this.runtime, reader),
      needsByCommunity(this.runtime, reader, { after, limit: limit + 1 }),
    ]);
    const page = pageOf(rows, limit, ({ community }) => [community]);
    return listOrTable(reply, { territory: reader.territory, total, ...page }, COLUMNS);
  }
}

const few = (count: number | null) => count ?? '<5';
const COLUMNS: Column<NeedsOfCommunity>[] = [
  { zh: '社区', en: 'community', cell: ({ community }) => community },
  { zh: '户数', en: 'households', cell: ({ households }) => few(households) },
  { zh: '储备不足三天', en: 'short of three days', cell: ({ short }) => few(short) },
  { zh: '未获供应', en: 'unserved', cell: ({ unserved }) => few(unserved) },
  { zh: '未联系到', en: 'unreached', cell: ({ unreached }) => few(unreached) },
];
