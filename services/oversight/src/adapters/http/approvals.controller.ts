import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { answerApproval, requestApproval } from '../../application/approvals.js';
import type { Holders } from '../../application/charges.js';
import { HOLDERS, RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { approvalDeclined, approvalForwarded, approvalGranted, approvalRequested } from './answers.js';
import { DeclineApprovalBody, RequestApprovalBody } from './approvals.dto.js';

const REJECTIONS = {
  'already-requested': 'A request with this id exists already; use a new id.',
  'reason-missing': 'Give a reason that others can check.',
  'no-office': 'There is no office above that could answer.',
  'not-approvable': 'The duty matrix forbids this to you; no approval lifts that.',
  'never-requested': 'There is no such request.',
  'already-decided': 'This request was decided already.',
  'own-request': 'Nobody answers their own request.',
  'not-your-turn': 'It lies with another office.',
  'no-third-hop': 'It has been forwarded once already; this office is the last and has to answer.',
};

@Controller('approvals')
export class ApprovalCommandsController {
  private readonly parts: { runtime: Runtime; holders: Holders };

  constructor(@Inject(RUNTIME) runtime: Runtime, @Inject(HOLDERS) holders: Holders) {
    this.parts = { runtime, holders };
  }

  @Post()
  @Answers(201, approvalRequested)
  async request(
    @CallerOf() caller: Caller,
    @Body() body: RequestApprovalBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, action, territory, subject, reason } = body;
    const asked = { approvalId: id, action, territory, subject, reason };
    const result = await requestApproval(this.parts, caller, asked);
    const told = { id, action, territory, subject, reason, status: 'pending' };
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }

  @Post(':id/grant')
  @Answers(200, approvalGranted)
  @HttpCode(200)
  async grant(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const result = await answerApproval(this.parts, callerOf(reply.request), {
      approvalId: id,
      action: 'GrantApproval',
    });
    answer(reply, result, { status: 200, body: { id, status: 'granted' }, rejections: REJECTIONS });
  }

  @Post(':id/refusal')
  @Answers(200, approvalDeclined)
  @HttpCode(200)
  async decline(@Param('id') id: string, @Body() body: DeclineApprovalBody, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = body;
    const asked = { approvalId: id, action: 'DeclineApproval' as const, reason };
    const result = await answerApproval(this.parts, callerOf(reply.request), asked);
    answer(reply, result, { status: 200, body: { id, status: 'declined', reason }, rejections: REJECTIONS });
  }

  @Post(':id/forwarding')
  @Answers(200, approvalForwarded)
  @HttpCode(200)
  async forward(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const asked = { approvalId: id, action: 'ForwardApproval' as const };
    const result = await answerApproval(this.parts, callerOf(reply.request), asked);
    answer(reply, result, { status: 200, body: { id, status: 'pending', hop: 2 }, rejections: REJECTIONS });
  }
}
