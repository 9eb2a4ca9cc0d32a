import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import { AfterInterceptor, Answers, CallerOf, decodeCursor, limitOf, pageOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOfHour } from '../../application/period.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { PeriodQuery, periodOf, readerOf } from '../asking.js';
import { masked } from '../masking.js';
import { alarmsPage, uncoveredTold } from './gaps.answers.js';
import { gapsOf, uncoveredHours, uncoveredTotal, type Gap } from './gaps.query.js';

const DAYS_MAX = 366;
/** Greater than any key: the newest gap comes first. */
const LAST = ['\u{10ffff}', '', ''];

@Controller('coverage')
@UseInterceptors(AfterInterceptor)
export class CoverageGapsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** When nobody was on duty for what, and to whom it was offered: the newest first. */
  @Get('alarms')
  @Answers(200, alarmsPage)
  async alarms(@CallerOf() caller: Caller, @Query() query: PeriodQuery) {
    const { territory, persons } = readerOf(this.runtime, caller, { ...query, action: 'SeeCoverage' });
    const place = { territory, ...periodOf(this.runtime, query, DAYS_MAX) };
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 3) ?? LAST;
    const rows = await gapsOf(this.runtime, place, { after: after.map(String), limit: limit + 1 });
    const page = pageOf(rows, limit, (gap) => [gap.since, gap.territory, gap.action]);
    return { ...page, items: page.items.map((gap) => told(gap, persons)) };
  }

  /** Hours in which nobody was on duty, by place and action. */
  @Get('uncovered-hours')
  @Answers(200, uncoveredTold)
  async hours(@CallerOf() caller: Caller, @Query() query: PeriodQuery) {
    const { territory } = readerOf(this.runtime, caller, { ...query, action: 'SeeCoverage' });
    const place = { territory, ...periodOf(this.runtime, query, DAYS_MAX) };
    const [items, hours] = await Promise.all([
      uncoveredHours(this.runtime, place),
      uncoveredTotal(this.runtime, place),
    ]);
    return { territory, from: instantOfHour(place.fromHour), to: instantOfHour(place.toHour), hours, items };
  }
}

function told({ territory, action, since, until, offered_to }: Gap, persons: boolean) {
  const offeredTo = offered_to.map((offer) => ({ ...offer, holders: masked(offer.holders, persons) }));
  return { territory, action, since, ...(until === null ? {} : { until }), offeredTo };
}
