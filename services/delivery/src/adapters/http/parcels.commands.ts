import type { ServiceRuntime } from '@baogong/commanding';
import { answer, Answers, callerOf } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { acceptParcel, offerParcel, packParcel } from '../../application/commands.js';
import { RUNTIME } from '../../application/runtime.js';
import { accepted, offered, packed } from './answers.js';
import { OfferParcelBody, PackParcelBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

@Controller('parcels')
export class ParcelCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post(':id/packing')
  @HttpCode(200)
  @Answers(200, packed)
  async pack(
    @Param('id') id: string,
    @Body() { pieces, weightGrams, windowFrom, windowTo }: PackParcelBody,
    @Res() reply: FastifyReply,
  ) {
    const window = {
      ...(windowFrom === undefined ? {} : { windowFrom: inUtc(windowFrom) }),
      ...(windowTo === undefined ? {} : { windowTo: inUtc(windowTo) }),
    };
    const result = await packParcel(this.runtime, callerOf(reply.request), {
      parcelId: id,
      pieces,
      weightGrams,
      ...window,
    });
    answer(reply, result, { status: 200, body: { id, status: 'packed' }, rejections: REJECTIONS });
  }

  @Post(':id/offers')
  @HttpCode(200)
  @Answers(200, offered)
  async offer(@Param('id') id: string, @Body() { to }: OfferParcelBody, @Res() reply: FastifyReply) {
    const result = await offerParcel(this.runtime, callerOf(reply.request), { parcelId: id, to });
    answer(reply, result, { status: 200, body: { id, status: 'offered', offeredTo: to }, rejections: REJECTIONS });
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Answers(200, accepted)
  async accept(@Param('id') id: string, @Res() reply: FastifyReply) {
    const result = await acceptParcel(this.runtime, callerOf(reply.request), id);
    answer(reply, result, { status: 200, body: { id, status: 'accepted' }, rejections: REJECTIONS });
  }
}

const inUtc = (moment: string): string => instantOf(millisOf(moment));
