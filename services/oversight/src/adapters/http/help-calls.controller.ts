import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { callForHelp, onHelpCall } from '../../application/help-calls.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import type { HelpCallEvent } from '../../domain/help-call/help-call.js';
import { helpCalled, helpCallEnded, signedUp } from './answers-help.js';
import { CallForHelpBody, EndHelpCallBody } from './help-calls.dto.js';

const REJECTIONS = {
  'already-called': 'A call with this id exists already; use a new id.',
  'no-hours': 'It has to end after it begins.',
  'in-the-past': 'These hours are over.',
  'too-long': 'At most twelve hours at a stretch.',
  'too-far-ahead': 'At most fourteen days ahead.',
  'not-for-helpers': 'By the duty matrix helpers may not do this here, or only after training.',
  'call-over': 'This call is over or was withdrawn.',
  'call-full': 'All places are taken.',
  'already-signed-up': 'You have a place already.',
  'reason-missing': 'Tell in `reason` why it is withdrawn.',
};

@Controller('help-calls')
export class HelpCallCommandsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post()
  @Answers(201, helpCalled)
  async call(@CallerOf() caller: Caller, @Body() body: CallForHelpBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, territory, role, actions, places } = body;
    const asked = { territory, actions, from: inUtc(body.from), to: inUtc(body.to), places };
    const result = await callForHelp(this.runtime, caller, { callId: id, ...asked });
    answer(reply, result, { status: 201, body: { id, role, ...asked }, rejections: REJECTIONS });
  }

  /** One step: whoever has a place has the right to do it, in its hours alone. */
  @Post(':id/sign-ups')
  @Answers(201, signedUp)
  async signUp(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await onHelpCall(this.runtime, caller, { callId: id, action: 'SignUpForHelp' });
    const told = ({ events }: { events: readonly HelpCallEvent[] }) => ({
      id,
      status: 'signed-up',
      ...hoursOf(events),
    });
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }

  @Post(':id/ending')
  @Answers(200, helpCallEnded)
  @HttpCode(200)
  async end(@Param('id') id: string, @Body() body: EndHelpCallBody, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = body;
    const caller = callerOf(reply.request);
    const result = await onHelpCall(this.runtime, caller, { callId: id, action: 'EndHelpCall', reason });
    answer(reply, result, { status: 200, body: { id, status: 'withdrawn', reason }, rejections: REJECTIONS });
  }
}

function hoursOf([event]: readonly HelpCallEvent[]) {
  return event?.type === 'HelpSignedUp' ? { from: event.data.from, to: event.data.to } : {};
}

const inUtc = (moment: string): string => instantOf(millisOf(moment));
