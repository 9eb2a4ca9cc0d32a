import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  limitOf,
  pageOf,
  IsTerritory,
  MayBeMissing,
  PageQuery,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { Action } from '@baogong/duties';
import { communityOf } from '@baogong/kernel';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { masked, seesPersons } from '../masking.js';
import { helpCallsPage } from './help-calls.answers.js';

interface Row {
  call_id: string;
  territory: string;
  actions: Action[];
  from_at: string;
  to_at: string;
  places: number;
  taken: number;
  how: 'over' | 'withdrawn' | null;
  reason: string | null;
}

export class HelpCallsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('help-calls')
@UseInterceptors(AfterInterceptor)
export class HelpCallsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Whoever is wanted, for what and when: the next to end comes first, what is over last. */
  @Get()
  @Answers(200, helpCallsPage)
  async calls(@CallerOf() caller: Caller, @Query() query: HelpCallsQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeHelpCalls', territory }));
    // Whoever lives in a household is asked as one of its community.
    const place = by.role === 'resident' ? (communityOf(territory) ?? territory) : territory;
    const limit = limitOf(query);
    const [ended = false, to = '', id = ''] = decodeCursor(query.cursor, 3) ?? [];
    const rows = await rowsOf<Row>(this.runtime, ROWS, [place, ended === 'true', to, id, limit + 1]);
    const page = pageOf(rows, limit, ({ how, to_at, call_id }) => [String(how !== null), to_at, call_id]);
    return { ...page, items: page.items.map((row) => told(row, seesPersons(by))) };
  }
}

const ROWS = `
  select * from oversight.help_call
  where (territory = $1 or starts_with(territory, $1 || '/')) and (how is not null, to_at, call_id) > ($2, $3, $4)
  order by how is not null, to_at, call_id limit $5`;

function told({ call_id, territory, actions, places, taken, how, reason, ...row }: Row, persons: boolean) {
  return {
    id: call_id,
    ...{ territory, role: 'volunteer' as const, actions, from: row.from_at, to: row.to_at, places },
    taken: masked(taken, persons),
    status: how ?? (taken >= places ? ('full' as const) : ('open' as const)),
    ...(reason === null ? {} : { reason }),
  };
}
