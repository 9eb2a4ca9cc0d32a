import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import { AfterInterceptor, Answers, CallerOf, decodeCursor, limitOf, pageOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { PeriodQuery, readerOf } from '../asking.js';
import { masked } from '../masking.js';
import { holdingsPage } from './holdings.answers.js';

interface Row {
  kind: string;
  holder: string;
  name: string | null;
  persons: string;
  things: string;
  now: string;
  mean: string;
  longest: string;
}

const BEGINNING = '2000-01-01T00:00:00.000Z';
const END = '9999-12-31T23:59:59.999Z';
/** All persons together: who of them it was is the committee's to know, from the parcels themselves. */
const PERSONS = '~';

@Controller('holdings')
@UseInterceptors(AfterInterceptor)
export class HoldingsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** By holder and kind of thing, of what was taken in the period: how many things, how many still, and how long. */
  @Get()
  @Answers(200, holdingsPage)
  async list(@CallerOf() caller: Caller, @Query() query: PeriodQuery) {
    const { territory, persons } = readerOf(this.runtime, caller, query);
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 2) ?? ['', ''];
    const rows = await rowsOf<Row>(
      this.runtime,
      `with held as (
         select m.kind, m.holder, m.at, m.community,
           lead(m.at) over (partition by m.kind, m.subject order by m.version) as until
         from oversight.custody_mark m
         where m.community = $1 or starts_with(m.community, $1 || '/')),
       spans as (
         select h.kind, case when a.kind = 'person' then '${PERSONS}' else h.holder end as holder, a.name, h.holder as who,
           h.until is null as open,
           extract(epoch from coalesce(h.until, $6)::timestamptz - h.at::timestamptz) / 60 as minutes
         from held h left join oversight.actor a on a.actor_id = h.holder
         where h.holder is not null and h.at >= $2 and h.at < $3)
       select holder, kind, min(name) as name, count(distinct who) as persons, count(*) as things,
         count(*) filter (where open) as now, avg(minutes) as mean, max(minutes) as longest
       from spans where (holder, kind) > ($4, $5)
       group by holder, kind order by holder, kind limit $7`,
      [
        territory,
        momentOf(query.from) ?? BEGINNING,
        momentOf(query.to) ?? END,
        ...after,
        this.runtime.clock.now(),
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, ({ holder, kind }) => [holder, kind]);
    return { ...page, items: page.items.map((row) => told(row, persons)) };
  }
}

const momentOf = (text: string | undefined) => (text === undefined ? undefined : instantOf(millisOf(text)));
const rounded = (minutes: string) => Math.round(Number(minutes));

function told(row: Row, persons: boolean) {
  const isPersons = row.holder === PERSONS;
  // The time of one or two persons is theirs.
  const hidden = isPersons && masked(Number(row.persons), persons) === null;
  const name = row.name === null ? {} : { name: row.name };
  return {
    holder: isPersons ? { persons: masked(Number(row.persons), persons) } : { id: row.holder, ...name },
    kind: row.kind,
    things: isPersons ? masked(Number(row.things), persons) : Number(row.things),
    holdsNow: isPersons ? masked(Number(row.now), persons) : Number(row.now),
    meanMinutes: hidden ? null : rounded(row.mean),
    longestMinutes: hidden ? null : rounded(row.longest),
  };
}
