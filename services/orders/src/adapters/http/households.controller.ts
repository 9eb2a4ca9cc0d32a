import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, callerOf, CallerOf, malformed, type Caller } from '@baogong/http';
import { isTerritory } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { recordConsent, registerHousehold } from '../../application/households.js';
import { RUNTIME, VAULT, type Runtime, type Vault } from '../../application/runtime.js';
import { RecordConsentBody, RegisterHouseholdBody } from './household.dto.js';
import { REJECTIONS } from './rejections.js';

@Controller('households')
export class HouseholdCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** The answer repeats no personal data: it may be stored by whoever sits between. */
  @Post()
  async register(
    @CallerOf() caller: Caller,
    @Body() { id, territory, people, room, needs, members }: RegisterHouseholdBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isTerritory(territory)) throw malformed('/territory', 'is not a territory path');
    const personal = {
      ...(room ? { room } : {}),
      ...(needs ? { needs } : {}),
      members: members.map((each) => ({ ...each })),
    };
    const result = await registerHousehold({ runtime: this.runtime, vault: this.vault }, caller, {
      householdId: id,
      territory,
      people,
      personal,
    });
    const body = { id, territory, people, members: members.map(({ actorId }) => ({ actorId })) };
    answer(reply, result, { status: 201, body, location: `/api/v1/households/${id}`, rejections: REJECTIONS });
  }

  @Post(':id/consents')
  async consent(
    @Param('id') id: string,
    @Body() { platform }: RecordConsentBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await recordConsent(this.runtime, caller, { householdId: id, platform });
    answer(reply, result, { status: 201, body: { householdId: id, platform }, rejections: REJECTIONS });
  }
}
