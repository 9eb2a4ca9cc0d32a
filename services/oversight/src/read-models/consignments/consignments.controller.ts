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
  PageQuery,
} from '@baogong/http';
import { IsTerritory } from '@baogong/http';
import type { Caller, Column } from '@baogong/http';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { readerOf } from '../asking.js';
import { consignmentsPage, type Consignment } from './consignments.answers.js';
import { consignmentsOf } from './consignments.query.js';

export class ConsignmentsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** `true` for those alone that should have been counted by now. */
  @MayBeMissing() @IsIn(['true', 'false']) late?: 'true' | 'false';
}

@Controller('throughput/consignments')
@UseInterceptors(AfterInterceptor)
export class ConsignmentsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Answers(200, consignmentsPage, ['text/csv'])
  async list(
    @CallerOf() caller: Caller,
    @Query() query: ConsignmentsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { territory } = readerOf(this.runtime, caller, query);
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const asked = { territory, late: query.late === 'true', after, limit: limit + 1 };
    const page = pageOf(await consignmentsOf(this.runtime, asked), limit, ({ id }) => [id]);
    return listOrTable(reply, page, COLUMNS);
  }
}

const COLUMNS: Column<Consignment>[] = [
  { zh: '批次', en: 'consignment', cell: ({ id }) => id },
  { zh: '社区', en: 'community', cell: ({ community }) => community },
  { zh: '供应方', en: 'supplier', cell: ({ supplier }) => supplier },
  { zh: '收货方', en: 'consignee', cell: ({ consignee }) => consignee },
  { zh: '状态', en: 'status', cell: ({ status }) => status },
  { zh: '现持有方', en: 'holder', cell: ({ holder }) => holder },
  { zh: '持有起', en: 'held since', cell: ({ heldSince }) => heldSince },
  { zh: '持有分钟', en: 'minutes held', cell: ({ heldMinutes }) => heldMinutes },
  { zh: '应到', en: 'due', cell: ({ dueAt }) => dueAt },
  { zh: '迟到分钟', en: 'minutes late', cell: ({ lateMinutes }) => lateMinutes },
  { zh: '发出', en: 'shipped', cell: ({ shipped }) => shipped },
  { zh: '接收', en: 'accepted', cell: ({ accepted }) => accepted },
  { zh: '拒收', en: 'rejected', cell: ({ rejected }) => rejected },
];
