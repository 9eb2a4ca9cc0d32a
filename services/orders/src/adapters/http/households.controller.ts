import { Body, Controller, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf, malformed, type Caller } from '@baogong/http';
import { householdOf, type Territory } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { householdIdAt } from '../../application/household-ids.js';
import { amendHousehold, recordConsent, registerHousehold } from '../../application/households.js';
import { masterKeyOf } from '../../application/master-key.js';
import { RUNTIME, VAULT, type PersonalData, type Runtime, type Vault } from '../../application/runtime.js';
import { consentRecorded, householdAmended, householdRegistered } from './answers.js';
import { AmendHouseholdBody, RecordConsentBody, RegisterHouseholdBody } from './household.dto.js';
import { REJECTIONS } from './rejections.js';

@Controller('households')
export class HouseholdCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** The answer repeats no personal data: it may be stored by whoever sits between. */
  @Post()
  @Answers(201, householdRegistered)
  async register(
    @CallerOf() caller: Caller,
    @Body() body: RegisterHouseholdBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { people } = body;
    const { id, territory } = this.placed(body);
    const registering = { householdId: id, territory, people, personal: personalOf(body) };
    const result = await registerHousehold(this.parts(), caller, registering);
    const told = { id, territory, people, members: codesOf(body) };
    answer(reply, result, { status: 201, body: told, location: `/api/v1/households/${id}`, rejections: REJECTIONS });
  }

  /** Replaces what is kept of the household; who is no longer a member loses the role for it. */
  @Put(':id')
  @Answers(200, householdAmended)
  async amend(@Param('id') id: string, @Body() body: AmendHouseholdBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request, { needsIfMatch: true });
    const { people } = body;
    const result = await amendHousehold(this.parts(), caller, { householdId: id, people, personal: personalOf(body) });
    answer(reply, result, { status: 200, body: { id, people, members: codesOf(body) }, rejections: REJECTIONS });
  }

  @Post(':id/consents')
  @Answers(201, consentRecorded)
  async consent(
    @Param('id') id: string,
    @Body() { platform }: RecordConsentBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await recordConsent(this.runtime, caller, { householdId: id, platform });
    answer(reply, result, { status: 201, body: { householdId: id, platform }, rejections: REJECTIONS });
  }

  /** Whoever gives no id names a place and a room, and the household's id follows from them. */
  private placed({ id, territory, room }: RegisterHouseholdBody): { id: string; territory: Territory } {
    if (id !== undefined) return { id, territory };
    if (!room) throw malformed('/room', 'must be given where id is not: the id follows from the address');
    if (householdOf(territory) !== undefined)
      throw malformed('/territory', 'must be a building, lane or unit where id is not given');
    const found = householdIdAt(masterKeyOf(this.runtime), { place: territory, room });
    return { id: found, territory: `${territory}/h-${found}` };
  }

  private parts() {
    return { runtime: this.runtime, vault: this.vault };
  }
}

function personalOf({ room, needs, members }: AmendHouseholdBody): PersonalData {
  return {
    ...(room ? { room } : {}),
    ...(needs ? { needs } : {}),
    members: members.map((each) => ({ ...each })),
  };
}

const codesOf = ({ members }: AmendHouseholdBody) => members.map(({ actorId }) => ({ actorId }));
