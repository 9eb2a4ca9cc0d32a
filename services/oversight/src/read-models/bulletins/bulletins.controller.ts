import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { BULLETIN_STYLE, renderBulletin, type BulletinPage } from '@baogong/disclosure';
import {
  AfterInterceptor,
  Answers,
  asksFor,
  callerOf,
  CallerOf,
  decodeCursor,
  languageOf,
  limitOf,
  MayBeMissing,
} from '@baogong/http';
import { IsDay, IsTerritory, pageOf, PageQuery, Problem } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { communityOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { rowsOf } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { readerOf } from '../asking.js';
import { bulletinsPage, bulletinTold } from './bulletins.answers.js';

interface Row {
  territory: string;
  day: string;
  digest: string;
  page: BulletinPage;
}

export class BulletinsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  @MayBeMissing() @IsDay() from?: string;

  @MayBeMissing() @IsDay() to?: string;
}

const STYLE_HASH = createHash('sha256').update(BULLETIN_STYLE, 'utf8').digest('base64');
const HTML = 'text/html';

@Controller('bulletins')
@UseInterceptors(AfterInterceptor)
export class BulletinsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Answers(200, bulletinsPage)
  async list(@CallerOf() caller: Caller, @Query() query: BulletinsQuery) {
    const { territory: place } = readerOf(this.runtime, caller, { ...query, action: 'SeeBulletin' });
    // Whoever is at home in a part of a community reads its page.
    const territory = communityOf(place) ?? place;
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 2) ?? ['', ''];
    const rows = await rowsOf<Omit<Row, 'page'>>(
      this.runtime,
      `select territory, day, digest from oversight.bulletin
       where (territory = $1 or starts_with(territory, $1 || '/')) and day >= $2 and day <= $3
         and (territory, day) > ($4, $5) order by territory, day limit $6`,
      [territory, query.from ?? '', query.to ?? '9999', ...after, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.territory, row.day]);
  }

  /** `place` is the path of the community, with dots for slashes: a slash ends a part of an address. */
  @Get(':place/:day')
  @Answers(200, bulletinTold, ['text/html'])
  async read(
    @Param('place') place: string,
    @Param('day') day: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const territory = place.replaceAll('.', '/');
    readerOf(this.runtime, callerOf(reply.request), { territory, action: 'SeeBulletin' });
    const [row] = await rowsOf<Row>(
      this.runtime,
      'select * from oversight.bulletin where territory = $1 and day = $2',
      [territory, day],
    );
    if (!row) throw new Problem('not-found');
    const { headers } = reply.request;
    void reply.header('vary', 'accept, accept-language');
    if (!asksFor(headers.accept, HTML)) return row.page;
    void reply.header('content-type', `${HTML}; charset=utf-8`);
    void reply.header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    return renderBulletin(row.page, languageOf(headers['accept-language']));
  }
}
