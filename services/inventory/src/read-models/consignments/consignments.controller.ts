import type { ServiceRuntime } from '@baogong/commanding';
import { AfterInterceptor, Answers, CallerOf, decodeCursor, limitOf, pageOf, PageQuery } from '@baogong/http';
import { Problem, problemOfResult, setVersion } from '@baogong/http';
import type { Caller, Page } from '@baogong/http';
import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sightAt, sightsOf } from '../../application/reading.js';
import { consignment, consignmentStream } from '../../domain/consignment/consignment.js';
import { RUNTIME } from '../../application/runtime.js';
import { consignmentsPage, consignmentTold } from './consignments.answers.js';
import { consignmentsIn } from './consignments.query.js';
import type { ConsignmentRow } from './consignment.entity.js';

@Controller('consignments')
@UseInterceptors(AfterInterceptor)
export class ConsignmentsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  @Answers(200, consignmentsPage)
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<Page<ConsignmentRow>> {
    const seen = sightsOf(this.runtime, caller, 'SeeStock');
    if (!seen.ok) throw problemOfResult(seen.refusal);
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rows = await consignmentsIn(this.runtime, { sights: seen.sights, after: String(after), limit });
    return pageOf(rows, limit, ({ consignmentId }) => [consignmentId]);
  }

  @Get(':id')
  @Answers(200, consignmentTold)
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { state, version } = await this.runtime.store.load(consignmentStream(id), consignment);
    if (state.status === 'none') throw new Problem('not-found');
    const { territory, supplier, consignee } = state.consignment;
    const seen = sightAt(this.runtime, caller, { action: 'SeeStock', territory });
    if (!seen.ok) throw problemOfResult(seen.refusal);
    const mine = ({ organisation }: { organisation?: string }) =>
      organisation === undefined || [supplier, consignee].includes(organisation);
    if (!seen.sights.some(mine)) throw new Problem('not-found');
    setVersion(reply, version);
    void reply.send({ ...state.consignment, status: state.status, counted: state.counted });
  }
}
