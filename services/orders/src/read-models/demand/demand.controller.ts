import { Controller, Get, Inject, Param, UseInterceptors } from '@nestjs/common';
import { AfterInterceptor, Answers, CallerOf, Problem, seen, type Caller } from '@baogong/http';
import { readRound } from '../../application/reading.js';
import { RUNTIME, type Runtime } from '../../application/runtime.js';
import { demandTold, type Demand } from './demand.answers.js';
import { demandAt } from './demand.query.js';

const NOTHING: Demand = { buildings: [], totals: [] };

@Controller('rounds')
@UseInterceptors(AfterInterceptor)
export class DemandController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':id/demand')
  @Answers(200, demandTold)
  async read(@CallerOf() caller: Caller, @Param('id') id: string) {
    const { state } = await readRound(this.runtime, id);
    if (state.status === 'none') throw new Problem('not-found');
    seen(this.runtime.desk.see(caller, 'SeeDemand', state.round.territory));
    const fixed = state.status === 'fixed';
    const demand = fixed ? await demandAt(this.runtime, id, state.fixed.positions) : NOTHING;
    return { roundId: id, fixed, orders: fixed ? state.fixed.orders : 0, ...demand };
  }
}
