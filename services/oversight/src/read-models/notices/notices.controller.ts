import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
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
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { NoticePosted } from '@baogong/contracts';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { noticeWords } from './notice-words.js';
import { noticesPage } from './notices.answers.js';

interface Row {
  notice_id: string;
  place: string;
  posted_at: string;
  contactless: boolean;
  change: NoticePosted['change'];
}

export class NoticesQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

/** Greater than any key: the newest comes first. */
const LAST = ['\u{10ffff}', '', ''];

@Controller('notices')
@UseInterceptors(AfterInterceptor)
export class NoticesController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** What was told to the buildings of a place, the newest first; to a household that of its own building. */
  @Get()
  @Answers(200, noticesPage)
  async notices(@CallerOf() caller: Caller, @Query() query: NoticesQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    seen(see(this.runtime, caller, { action: 'SeeNotices', territory }));
    const limit = limitOf(query);
    const after = (decodeCursor(query.cursor, 3) ?? LAST).map(String);
    const rows = await rowsOf<Row>(this.runtime, ROWS, [territory, ...after, limit + 1]);
    const page = pageOf(rows, limit, ({ posted_at, notice_id, place }) => [posted_at, notice_id, place]);
    return { ...page, items: page.items.map(told) };
  }
}

/** Of a place: what lies below it, and for a home the building above it. */
const ROWS = `
  select * from oversight.notice
  where (place = $1 or starts_with(place, $1 || '/') or starts_with($1, place || '/'))
    and (posted_at, notice_id, place) < ($2, $3, $4)
  order by posted_at desc, notice_id desc, place desc limit $5`;

function told({ notice_id, place, posted_at, contactless, change }: Row) {
  const says = noticeWords(change, contactless);
  return { id: notice_id, territory: place, at: posted_at, change, contactless, says };
}
