import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsMoment,
  IsTerritory,
  limitOf,
  malformed,
  MayBeMissing,
  pageOf,
  PageQuery,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import { IsIn } from 'class-validator';
import { coverageOf, offersFor, sortKey, type Coverage, type CoverageFacts } from '../../application/coverage.js';
import { placeOf, see } from '../../application/reading.js';
import { COVERAGE, RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { addHours, hourOf, hoursBetween } from '../../domain/duty-shift/hours.js';
import { masked, seesPersons } from '../masking.js';
import { coveragePage, dutyOffersPage } from './coverage.answers.js';

const HOURS_MAX = 7 * 24;

export class CoverageQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** The hour now unless told. */
  @MayBeMissing() @IsMoment() from?: string;

  /** A day later unless told; at most seven. */
  @MayBeMissing() @IsMoment() to?: string;

  /** Only rows with an hour in which nobody is on duty. */
  @MayBeMissing() @IsIn(['true', 'false']) uncovered?: 'true' | 'false';
}

@Controller('coverage')
@UseInterceptors(AfterInterceptor)
export class CoverageController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(COVERAGE) private readonly facts: CoverageFacts,
  ) {}

  /** By community and obliged action: who is on duty in each hour. */
  @Get()
  @Answers(200, coveragePage)
  async read(@CallerOf() caller: Caller, @Query() query: CoverageQuery) {
    const place = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeCoverage', territory: place }));
    const from = hourOf(query.from === undefined ? this.runtime.clock.now() : instantOf(millisOf(query.from)));
    const to = query.to === undefined ? addHours(from, 24) : instantOf(millisOf(query.to));
    if (to <= from) throw malformed('/to', 'must be after from');
    if (hoursBetween(from, to).length > HOURS_MAX)
      throw malformed('/to', `must be at most ${HOURS_MAX} hours after from`);
    const rows = (await coverageOf(this.runtime, this.facts, { place, from, to }))
      .filter(({ hours }) => query.uncovered !== 'true' || hours.some(({ covered }) => !covered))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rest = rows.filter((row) => keyOf(row) > after);
    const page = pageOf(rest, limitOf(query), (row) => [keyOf(row)]);
    return { ...page, items: page.items.map((row) => told(row, seesPersons(by))) };
  }

  /** What the caller could take over in the coming day, best rank first. */
  @Get('offers')
  @Answers(200, dutyOffersPage)
  async offers(@CallerOf() caller: Caller, @Query() query: PageQuery) {
    const territory = placeOf(this.runtime, caller);
    seen(see(this.runtime, caller, { action: 'SeeCoverage', territory }));
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rest = (await offersFor(this.runtime, this.facts, caller)).filter((offer) => sortKey(offer) > after);
    return pageOf(rest, limitOf(query), (offer) => [sortKey(offer)]);
  }
}

/** One to four persons are a number to those alone who may see persons; that somebody is there is told to all. */
function told({ hours, ...row }: Coverage, persons: boolean) {
  return { ...row, hours: hours.map((hour) => ({ ...hour, persons: masked(hour.persons, persons) })) };
}

const keyOf = ({ territory, action }: { territory: string; action: string }) => `${territory} ${action}`;
