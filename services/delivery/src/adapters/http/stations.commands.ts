import type { ServiceRuntime } from '@baogong/commanding';
import { answer, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { openStation } from '../../application/commands.js';
import { RUNTIME } from '../../application/runtime.js';
import { OpenStationBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

@Controller('stations')
export class StationCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post()
  async open(@CallerOf() caller: Caller, @Body() body: OpenStationBody, @Res() reply: FastifyReply) {
    const { id, ...wish } = body;
    const result = await openStation(this.runtime, caller, { ...wish, stationId: id });
    answer(reply, result, { status: 201, body: { id }, location: `/api/v1/stations/${id}`, rejections: REJECTIONS });
  }
}
