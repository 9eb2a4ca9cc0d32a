import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf, Problem } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { grantRole, registerActor, withdrawRole } from '../../application/registry.js';
import { GRANT_LOOKUP, RUNTIME } from '../../application/runtime.js';
import type { GrantLookup, Runtime } from '../../application/runtime.js';
import { actorRegistered, roleGranted, roleWithdrawn } from './answers.js';
import { GrantRoleBody, RegisterActorBody, WithdrawRoleBody } from './registry.dto.js';

const REJECTIONS = {
  'already-registered': 'This actor is registered already, as something else.',
  'organisation-without-name': 'An organisation is registered with its name.',
  'person-with-name': 'Persons are registered by their code only; names stay in the household register.',
  'unknown-actor': 'Register the actor first.',
  'already-granted': 'This grant exists already, or has been withdrawn; use a new id.',
  'already-expired': 'The grant would have run out before it began.',
  'unknown-territory': 'This is not a path from the district down, each level at most once and in its order.',
  'territory-not-registered': 'No such place is registered in that community; register it first.',
  'too-long': 'Platforms, transporters, social organisations and volunteers are let in for a year at most.',
  'role-not-yours-to-grant':
    'A committee takes in residents and volunteers; other roles are granted by the district office.',
  'outside-your-territory': 'You may grant and withdraw within your own territory only.',
  'never-granted': 'There is no such grant.',
  'system-holds-no-role': 'The system itself acts without a role; nobody can give it one.',
};

@Controller()
export class RegistryController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(GRANT_LOOKUP) private readonly grantOf: GrantLookup,
  ) {}

  @Post('actors')
  @Answers(201, actorRegistered)
  async register(
    @CallerOf() caller: Caller,
    @Body() body: RegisterActorBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, kind, name, territory } = body;
    const result = await registerActor(this.runtime, caller, { actorId: id, kind, name, territory });
    const told = { id, kind, ...(name === undefined ? {} : { name }), territory };
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }

  @Post('grants')
  @Answers(201, roleGranted)
  async grant(@CallerOf() caller: Caller, @Body() body: GrantRoleBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, actorId, role, territory, organisation, actions } = body;
    const expiresAt = body.expiresAt === undefined ? undefined : instantOf(millisOf(body.expiresAt));
    const more = {
      ...(organisation ? { organisation } : {}),
      ...(expiresAt ? { expiresAt } : {}),
      ...(actions ? { actions } : {}),
    };
    const grant = { actorId, role, territory, ...more };
    const result = await grantRole(this.runtime, caller, { grantId: id, ...grant });
    const told = ({ events }: { events: readonly { data: unknown }[] }) => ({ id, ...grant, ...endOf(events) });
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }

  @Post('grants/:id/withdrawal')
  @Answers(200, roleWithdrawn)
  @HttpCode(200)
  async withdraw(@Param('id') id: string, @Body() _body: WithdrawRoleBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request);
    const grant = await this.grantOf(id);
    if (!grant) throw new Problem('not-found');
    const { actorId, territory } = grant;
    const result = await withdrawRole(this.runtime, caller, { grantId: id, actorId, territory });
    answer(reply, result, { status: 200, body: { id, actorId, status: 'withdrawn' }, rejections: REJECTIONS });
  }
}

/** The end that was set for a grant which asked for none. */
function endOf([granted]: readonly { data: unknown }[]): { expiresAt?: string } {
  const { expiresAt } = (granted?.data ?? {}) as { expiresAt?: string };
  return expiresAt === undefined ? {} : { expiresAt };
}
