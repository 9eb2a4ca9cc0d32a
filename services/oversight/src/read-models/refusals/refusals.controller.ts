import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  CallerOf,
  decodeCursor,
  limitOf,
  MayBeMissing,
  IsTerritory,
  IsMoment,
  PageQuery,
  pageOf,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';

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

export class RefusalsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  @MayBeMissing() @IsMoment() from?: string;

  @MayBeMissing() @IsMoment() to?: string;
}

const BEGINNING = '2000-01-01T00:00:00.000Z';
const END = '9999-12-31T23:59:59.999Z';

@Controller('refusals')
@UseInterceptors(AfterInterceptor)
export class RefusalsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** By rule, role and organisation: how often, and how many different people or organisations. */
  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: RefusalsQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    seen(see(this.runtime, caller, { action: 'SeeRefusals', territory }));
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 5) ?? ['', '', '', '', ''];
    const rows = await rowsOf<Row>(
      this.runtime,
      `select community, rule, role, action, organisation, min(basis) as basis, sum(count) as count,
         count(distinct person) as persons, min(hour) as first_hour, max(hour) as last_hour
       from oversight.refusal
       where (community = $1 or starts_with(community, $1 || '/'))
         and hour >= $2 and hour <= $3 and (community, rule, role, action, organisation) > ($4, $5, $6, $7, $8)
       group by community, rule, role, action, organisation
       order by community, rule, role, action, organisation limit $9`,
      [territory, hourOf(query.from ?? BEGINNING), hourOf(query.to ?? END), ...after, limit + 1],
    );
    const keyOf = ({ community, rule, role, action, organisation }: Row) => [
      community,
      rule,
      role,
      action,
      organisation,
    ];
    const page = pageOf(rows, limit, keyOf);
    return { ...page, items: page.items.map(told) };
  }
}

function told({ first_hour, last_hour, organisation, count, persons, ...row }: Row) {
  return {
    ...row,
    ...(organisation === '' ? {} : { organisation }),
    count: Number(count),
    persons: Number(persons),
    firstHour: `${first_hour}:00:00.000Z`,
    lastHour: `${last_hour}:00:00.000Z`,
  };
}

function hourOf(moment: string): string {
  return new Date(Date.parse(moment)).toISOString().slice(0, 13);
}
