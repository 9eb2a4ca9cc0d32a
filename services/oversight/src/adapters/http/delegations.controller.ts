import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { householdOf, instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import {
  appointProxy,
  delegateDuty,
  registerTerritory,
  revokeDelegation,
  revokeProxy,
} from '../../application/delegations.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { dutyDelegated, proxyAppointed, revoked, territoryRegistered } from './answers.js';
import { AppointProxyBody, DelegateDutyBody, RegisterTerritoryBody, RevocationBody } from './delegations.dto.js';

const REJECTIONS = {
  'already-delegated': 'A delegation with this id exists already; use a new id.',
  'never-delegated': 'There is no such delegation.',
  'unknown-actor': 'Register the actor first.',
  'unknown-territory': 'This is not a path from the district down, each level at most once and in its order.',
  'orphan-territory': 'Register the territory above it first.',
  'already-registered': 'This territory is registered already under another name.',
  'to-oneself': 'Nobody delegates to, or is proxy for, themselves.',
  'delegation-cycle': 'The other side has delegated the same to you; it would come back in a circle.',
  'not-yours-to-delegate': 'You do not hold this role for these actions in this territory.',
  'passed-on-already': 'What was delegated to you cannot be passed on.',
  'not-delegable': 'This power cannot be delegated.',
  'not-for-proxies': 'A proxy orders, collects and complains for a household, nothing else.',
  'no-end': 'It has to end after it begins, and not in the past.',
  'too-long': 'At most 90 days; renew it when they are over.',
  'not-your-delegation': 'Whoever delegated, or the district office above, may revoke.',
  'already-appointed': 'A proxy with this id exists already; use a new id.',
  'never-appointed': 'There is no such proxy.',
  'not-a-household': 'The territory has to end with the household.',
  'not-your-household': 'You may appoint and revoke for your own household only.',
  'consent-not-heard':
    'A resident consents on the own account; a committee notes whether in person, by telephone or on paper.',
};

@Controller()
export class DelegationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post('delegations')
  @Answers(201, dutyDelegated)
  async delegate(
    @CallerOf() caller: Caller,
    @Body() body: DelegateDutyBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, to, role, territory, actions } = body;
    const startsAt = momentOf(body.startsAt ?? this.runtime.clock.now());
    const asked = { to, role, territory, actions, startsAt, expiresAt: momentOf(body.expiresAt) };
    const result = await delegateDuty(this.runtime, caller, { delegationId: id, ...asked });
    answer(reply, result, { status: 201, body: { id, ...asked }, rejections: REJECTIONS });
  }

  @Post('delegations/:id/revocation')
  @Answers(200, revoked)
  @HttpCode(200)
  async revoke(@Param('id') id: string, @Body() _body: RevocationBody, @Res() reply: FastifyReply): Promise<void> {
    const result = await revokeDelegation(this.runtime, callerOf(reply.request), id);
    answer(reply, result, { status: 200, body: { id, status: 'revoked' }, rejections: REJECTIONS });
  }

  @Post('proxies')
  @Answers(201, proxyAppointed)
  async appoint(@CallerOf() caller: Caller, @Body() body: AppointProxyBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, actorId, territory, kind, consent, actions } = body;
    const asked = { actorId, territory, kind, consent, actions, expiresAt: momentOf(body.expiresAt) };
    const more = { proxyId: id, householdId: householdOf(territory) ?? '', startsAt: this.runtime.clock.now() };
    const result = await appointProxy(this.runtime, caller, { ...asked, ...more });
    answer(reply, result, { status: 201, body: { id, ...asked }, rejections: REJECTIONS });
  }

  @Post('proxies/:id/revocation')
  @Answers(200, revoked)
  @HttpCode(200)
  async dismiss(@Param('id') id: string, @Body() _body: RevocationBody, @Res() reply: FastifyReply): Promise<void> {
    const result = await revokeProxy(this.runtime, callerOf(reply.request), id);
    answer(reply, result, { status: 200, body: { id, status: 'revoked' }, rejections: REJECTIONS });
  }

  @Post('territories')
  @Answers(201, territoryRegistered)
  async register(
    @CallerOf() caller: Caller,
    @Body() body: RegisterTerritoryBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { territory, name } = body;
    const told = { territory, ...(name === undefined ? {} : { name }) };
    const result = await registerTerritory(this.runtime, caller, told);
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }
}

const momentOf = (text: string) => instantOf(millisOf(text));
