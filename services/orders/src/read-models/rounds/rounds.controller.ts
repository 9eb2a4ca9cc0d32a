import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  Problem,
  setVersion,
  type Caller,
} from '@baogong/http';
import { communityOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { livesWith, placeOf, readAllocation, readRound } from '../../application/reading.js';
import { RUNTIME, type Runtime } from '../../application/runtime.js';
import { roundsPage, roundTold } from './rounds.answers.js';
import { roundsOf } from './rounds.query.js';

class RoundsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('rounds')
@UseInterceptors(AfterInterceptor)
export class RoundsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Answers(200, roundsPage)
  async list(@CallerOf() caller: Caller, @Query() query: RoundsQuery) {
    const place = placeOf(this.runtime, caller.actor, query.territory);
    if (!livesWith(this.runtime, caller.actor, place)) throw new Problem('not-found');
    const cursor = decodeCursor(query.cursor, 2)?.map(String) as [string, string] | undefined;
    const limit = limitOf(query);
    const before = cursor ? { before: cursor } : {};
    const rows = await roundsOf(this.runtime, { territory: communityOf(place) ?? place, ...before, limit: limit + 1 });
    return pageOf(rows, limit, ({ opensAt, id }) => [opensAt, id]);
  }

  @Get(':id')
  @Answers(200, roundTold)
  async read(@CallerOf() caller: Caller, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, version } = await readRound(this.runtime, id);
    if (state.status === 'none' || !livesWith(this.runtime, caller.actor, state.round.territory)) {
      throw new Problem('not-found');
    }
    const { state: allocation } = await readAllocation(this.runtime, id);
    setVersion(reply, version);
    const { roundId: _id, ...round } = state.round;
    const closing = state.status === 'open' ? {} : { closedAt: state.closedAt, reason: state.reason };
    const fixed = state.status === 'fixed' ? { fixed: state.fixed } : {};
    const computed = allocation.status === 'computed' ? { allocation: allocation.computation } : {};
    const status = allocation.status === 'computed' ? ('allocated' as const) : state.status;
    return { id, status, ...round, ...closing, ...fixed, ...computed };
  }
}
