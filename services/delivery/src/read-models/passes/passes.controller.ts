import type { ServiceRuntime } from '@baogong/commanding';
import { Answers, CallerOf, Problem, seen } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { passTold } from './pass.answers.js';
import { passFor } from '../../application/pass-office.js';
import { seePass } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import { parcel, parcelStream } from '../../domain/parcel/parcel.js';
import { isUnderWay } from '../../domain/parcel/parcel-state.js';

const NOT_PACKED = 'The pass is made when the parcel is packed.';
const OVER = 'This parcel has reached its end, and its pass with it.';

@Controller('passes')
export class PassesController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** Signed anew each time, with the same text each time; kept by nobody on the way. */
  @Get(':parcelId')
  @Answers(200, passTold)
  async one(@CallerOf() caller: Caller, @Param('parcelId') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { state } = await this.runtime.store.load(parcelStream(id), parcel);
    if (state.status === 'none') throw new Problem('not-found');
    seen(seePass(this.runtime, caller, state.plan));
    if (state.status === 'planned') throw new Problem('rejected', { code: 'not-packed', detail: NOT_PACKED });
    if (!isUnderWay(state) || !state.pass) throw new Problem('rejected', { code: 'over', detail: OVER });
    const { passId, place, windowFrom, windowTo } = state.pass;
    const { token, spokenCode } = passFor(this.runtime, state.pass, state.plan);
    void reply.header('cache-control', 'no-store');
    void reply.send({ parcelId: id, passId, place, window: { from: windowFrom, to: windowTo }, token, spokenCode });
  }
}
