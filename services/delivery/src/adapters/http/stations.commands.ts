import type { ServiceRuntime } from '@baogong/commanding';
import { answer, Answers, CallerOf, callerOf, idTold } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { Body, Controller, Inject, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { amendStation, openStation } from '../../application/commands.js';
import { RUNTIME } from '../../application/runtime.js';
import { AmendStationBody, OpenStationBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

@Controller('stations')
export class StationCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post()
  @Answers(201, idTold)
  async open(@CallerOf() caller: Caller, @Body() body: OpenStationBody, @Res() reply: FastifyReply) {
    const { id, ...wish } = body;
    const result = await openStation(this.runtime, caller, { ...wish, stationId: id });
    answer(reply, result, { status: 201, body: { id }, location: `/api/v1/stations/${id}`, rejections: REJECTIONS });
  }

  @Put(':id')
  @Answers(200, idTold)
  async amend(@Param('id') id: string, @Body() amendment: AmendStationBody, @Res() reply: FastifyReply) {
    const caller = callerOf(reply.request, { needsIfMatch: true });
    const result = await amendStation(this.runtime, caller, { ...amendment, stationId: id });
    answer(reply, result, { status: 200, body: { id }, rejections: REJECTIONS });
  }
}
