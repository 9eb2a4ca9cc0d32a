import { Controller, Get, Inject, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  CallerOf,
  decodeCursor,
  limitOf,
  MayBeMissing,
  IsTerritory,
  IsMoment,
  malformed,
  PageQuery,
  pageOf,
  seen,
  sse,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { addMinutes, minutesBetween } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { placeOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { lastDay, liveThroughput, type LiveThroughput } from './live.js';
import { hoursOf, totalOf, type HourOfCommunity, type Span } from './throughput.query.js';

const SPAN_MAX_MINUTES = 31 * 24 * 60;

export class TerritoryQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

export class ThroughputQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  @MayBeMissing() @IsMoment() from?: string;

  @MayBeMissing() @IsMoment() to?: string;
}

@Controller('throughput')
export class ThroughputController {
  private readonly live: LiveThroughput;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.live = liveThroughput(runtime);
  }

  @Get()
  @UseInterceptors(AfterInterceptor)
  async read(@CallerOf() caller: Caller, @Query() query: ThroughputQuery) {
    const territory = this.allowed(caller, query.territory);
    const span = spanOf(lastDay(this.runtime, territory), query);
    const [total, hours] = await Promise.all([totalOf(this.runtime, span), hoursOf(this.runtime, span)]);
    const cursor = decodeCursor(query.cursor, 2);
    const limit = limitOf(query);
    const after = cursor === undefined ? hours : hours.filter((row) => keyOf(row) > cursor.join(' '));
    const page = pageOf<HourOfCommunity>(after.slice(0, limit + 1), limit, ({ hour, community }) => [hour, community]);
    return { territory, from: instantOf(span.fromHour), to: instantOf(span.toHour), total, ...page };
  }

  @Get('live')
  watch(@CallerOf() caller: Caller, @Query() query: TerritoryQuery, @Res() reply: FastifyReply): void {
    const territory = this.allowed(caller, query.territory);
    sse(reply, { subscribe: (stream) => this.live.follow({ caller, territory }, stream) });
  }

  private allowed(caller: Caller, asked?: string): string {
    const territory = placeOf(this.runtime, caller, asked);
    seen(see(this.runtime, caller, { action: 'SeeThroughput', territory }));
    return territory;
  }
}

const keyOf = ({ hour, community }: { hour: string; community: string }): string => `${hour} ${community}`;
const instantOf = (hour: string): string => `${hour}:00:00.000Z`;

function spanOf(fallback: Span, { from, to }: ThroughputQuery): Span {
  const fromHour = from === undefined ? fallback.fromHour : hourOf(from);
  // The hour in which `to` lies is told whole, as the first one is.
  const toHour =
    to === undefined ? fallback.toHour : addMinutes(new Date(Date.parse(to) - 1).toISOString(), 60).slice(0, 13);
  const minutes = minutesBetween(instantOf(fromHour), instantOf(toHour));
  if (minutes <= 0) throw malformed('/to', 'is not after from');
  if (minutes > SPAN_MAX_MINUTES) throw malformed('/to', 'is more than 31 days after from');
  return { ...fallback, fromHour, toHour };
}

function hourOf(moment: string): string {
  return new Date(Date.parse(moment)).toISOString().slice(0, 13);
}
