import type { CommandResult, ServiceRuntime } from '@baogong/commanding';
import { answer, Answers, CallerOf, malformed, Problem, setPosition, setVersion } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { handOver } from '../../application/hand-over.js';
import type { Shown } from '../../application/pass-office.js';
import { RUNTIME } from '../../application/runtime.js';
import type { ByPolicy, HandedOver } from '../../domain/parcel/messages.js';
import { handedOver } from './answers.js';
import { HandOverBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

type Done = Extract<CommandResult, { kind: 'done' }>;

@Controller('hand-overs')
export class HandOverCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post()
  @Answers(201, handedOver)
  async handOver(@CallerOf() caller: Caller, @Body() body: HandOverBody, @Res() reply: FastifyReply) {
    const result = await handOver(this.runtime, caller, { handOverId: body.id, ...shownIn(body) });
    if (result.kind === 'done') refuseWhereRecorded(reply, result);
    answer(reply, result, { status: 201, body: (done: Done) => told(body.id, done), rejections: REJECTIONS });
  }
}

function shownIn({ place, pass, parcelId, code }: HandOverBody): Shown {
  if (pass !== undefined && parcelId === undefined && code === undefined) return { place, pass };
  if (pass === undefined && parcelId !== undefined && code !== undefined) return { place, parcelId, code };
  throw malformed('/pass', 'give either pass, or parcelId and code');
}

/** A refused pass is on record as an event; whoever showed it is told no all the same. */
function refuseWhereRecorded(reply: FastifyReply, { events, version, position, replayed }: Done): void {
  const refused = events.find(({ type }) => type === 'PassRefused');
  if (!refused) return;
  setVersion(reply, version);
  setPosition(reply, position);
  if (replayed) void reply.header('idempotent-replayed', 'true');
  const { reason, byPolicy } = refused.data as { reason: string; byPolicy?: ByPolicy };
  const params = byPolicy ? { params: { ...byPolicy } } : {};
  throw new Problem('rejected', { code: reason, ...detailOf(reason), ...params });
}

const detailOf = (reason: string) => (REJECTIONS[reason] ? { detail: REJECTIONS[reason] } : {});

function told(id: string, { events }: Done) {
  const handed = events.find(({ type }) => type === 'ParcelHandedOver');
  const { parcelId, orderId, by, means, pieces, weightGrams } = handed?.data as HandedOver;
  return { id, parcelId, orderId, by, means, pieces, weightGrams, at: handed?.at };
}
