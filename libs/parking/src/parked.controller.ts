import type { ServiceRuntime } from '@baogong/commanding';
import type { Parked, ParkedKey } from '@baogong/event-store';
import {
  AfterInterceptor,
  answer,
  Answers,
  CallerOf,
  callerOf,
  decodeCursor,
  idTold,
  IsText,
  limitOf,
  malformed,
  pageOf,
  PageQuery,
  problemOfResult,
} from '@baogong/http';
import type { Caller, Page } from '@baogong/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UseInterceptors, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { parkedPage, parkedWhole, type ParkedTold } from './parked.answers.js';
import { idOf, keyOfId, listParked, lookAtParked, recordIn, replayParked, skipParked } from './parking.js';

const REASON_MAX = 500;

const REJECTIONS = {
  'already-settled': 'This event is no longer parked: it was replayed or left out.',
  'behind-another': 'An earlier event of the same stream is parked; settle that one first, and this one follows.',
  'consumer-gone': 'Nothing in this version applies such events any more; it can only be left out.',
};

export class SkipParkedBody {
  /** Why it does no harm that this event is never applied. No names. */
  @IsText(REASON_MAX)
  reason: string;
}

/** The controller of one service: each has its own parked events, under an address of its own. */
export function parkedController(runtime: ServiceRuntime): Type {
  @Controller(`parked/${runtime.service}`)
  @UseInterceptors(AfterInterceptor)
  class ParkedController {
    /** What waits for people, the first of each stream before those behind it. */
    @Get()
    @Answers(200, parkedPage)
    async list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<Page<ParkedTold>> {
      const limit = limitOf(query);
      const seen = await listParked(runtime, caller, { ...afterOf(query), limit: limit + 1 });
      if (!seen.ok) throw problemOfResult(seen.refusal);
      return pageOf(seen.parked.map(told), limit, ({ id }) => [id]);
    }

    /** One event with what it says, and what became of it. */
    @Get(':id')
    @Answers(200, parkedWhole)
    async one(@CallerOf() caller: Caller, @Param('id') id: string): Promise<ParkedTold & { data: string }> {
      const seen = await lookAtParked(runtime, caller, id);
      if (!seen.ok) throw problemOfResult(seen.refusal);
      return { ...told(seen.parked), data: JSON.stringify(recordIn(seen.parked).data ?? null) };
    }

    /** Applies it and those behind it, in order, as far as they can be applied. */
    @Post(':id/replay')
    @HttpCode(200)
    @Answers(200, idTold)
    async replay(@CallerOf() caller: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
      const result = await replayParked(runtime, caller, id);
      answer(reply, result, { status: 200, body: { id }, rejections: REJECTIONS });
    }

    /** Never applies it, and goes on with those behind it. */
    @Post(':id/skip')
    @HttpCode(200)
    @Answers(200, idTold)
    async skip(@Param('id') id: string, @Body() { reason }: SkipParkedBody, @Res() reply: FastifyReply): Promise<void> {
      const result = await skipParked(runtime, callerOf(reply.request), { id, reason });
      answer(reply, result, { status: 200, body: { id }, rejections: REJECTIONS });
    }
  }
  return ParkedController;
}

function afterOf({ cursor }: PageQuery): { after?: ParkedKey } {
  const [id] = decodeCursor(cursor, 1) ?? [];
  if (id === undefined) return {};
  const after = keyOfId(id);
  if (!after) throw malformed('/cursor', 'must be what this list gave as next; leave it out for the first page');
  return { after };
}

function told(parked: Parked): ParkedTold {
  const { consumer, source, shard, pos, stream, reason, status, attempts, parkedAt } = parked;
  const { type, community, territory, at } = recordIn(parked);
  return {
    id: idOf(parked),
    ...{ consumer, source, shard, pos, stream, type, community, territory, at },
    ...{ status, reason, attempts, parkedAt: parkedAt.toISOString() },
    ...(parked.settledAt
      ? {
          settledAt: parked.settledAt.toISOString(),
          ...(parked.settledBy === null ? {} : { settledBy: parked.settledBy }),
        }
      : {}),
    ...(parked.why === null ? {} : { why: parked.why }),
  };
}
