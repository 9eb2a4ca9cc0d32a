import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, CallerOf, callerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { CASE_PARTS } from '../../application/case-parts.js';
import type { CaseParts } from '../../application/case-parts.js';
import { endDecision, homeOf, openPoll, recordDecision, voteInPoll } from '../../application/polls.js';
import { decisionEnded, decisionRecorded, pollOpened, voted } from './answers-residents.js';
import { EndDecisionBody, OpenPollBody, RecordDecisionBody, VoteBody } from './polls.dto.js';

const REJECTIONS = {
  'already-opened': 'A poll with this id exists already; use a new id.',
  'empty-envelope': '`least` must not be above `most`.',
  'outside-envelope': 'An option lies outside what the community may set by itself.',
  'too-few-options': 'Give at least two different options.',
  'too-short': 'A poll is open for an hour at least.',
  'too-long': 'A poll is open for 30 days at most.',
  'not-your-household': 'One votes for the own household; name it where you live in several.',
  'already-voted': 'This household has voted; a vote stands.',
  'no-such-option': 'This is none of the options.',
  'poll-over': 'The poll is over.',
  'already-recorded': 'A decision with this id exists already; use a new id.',
  'due-in-the-past': 'The day by which it is due lies in the past.',
  'unknown-owner': 'No such organisation holds a role here.',
  'already-ended': 'The outcome of this decision is recorded.',
  'own-work': 'Whoever has to do it does not record that it is done.',
  'reason-missing': 'Tell in `reason` why it is dropped.',
};

@Controller()
export class PollCommandsController {
  constructor(@Inject(CASE_PARTS) private readonly parts: CaseParts) {}

  @Post('polls')
  @Answers(201, pollOpened)
  async open(@CallerOf() caller: Caller, @Body() body: OpenPollBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, territory, closesAt, ...asked } = body;
    const question = { ...asked, pollId: id, place: territory, closesAt: inUtc(closesAt) };
    const result = await openPoll(this.parts.runtime, caller, question);
    const told = { id, territory, ...asked, closesAt: question.closesAt };
    answer(reply, result, { status: 201, body: told, location: `/api/v1/polls/${id}`, rejections: REJECTIONS });
  }

  /** One vote of one household; it is not told to anybody. */
  @Post('polls/:id/votes')
  @Answers(201, voted)
  async vote(@Param('id') id: string, @Body() body: VoteBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request);
    const householdId = homeOf(this.parts.runtime, caller, body.householdId);
    const result = await voteInPoll(this.parts.runtime, caller, { pollId: id, householdId, option: body.option });
    answer(reply, result, { status: 201, body: { id, status: 'voted' }, rejections: REJECTIONS });
  }

  @Post('decisions')
  @Answers(201, decisionRecorded)
  async record(@CallerOf() caller: Caller, @Body() body: RecordDecisionBody, @Res() reply: FastifyReply) {
    const { id, territory, title, owner } = body;
    const asked = { decisionId: id, place: territory, title, owner, dueAt: inUtc(body.dueAt) };
    const result = await recordDecision(this.parts, caller, asked);
    const told = { id, territory, title, owner, dueAt: asked.dueAt };
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }

  @Post('decisions/:id/outcome')
  @Answers(200, decisionEnded)
  @HttpCode(200)
  async end(@Param('id') id: string, @Body() body: EndDecisionBody, @Res() reply: FastifyReply): Promise<void> {
    const result = await endDecision(this.parts.runtime, callerOf(reply.request), { decisionId: id, ...body });
    answer(reply, result, { status: 200, body: { id, ...body }, rejections: REJECTIONS });
  }
}

const inUtc = (moment: string): string => instantOf(millisOf(moment));
