import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, CallerOf, callerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { CASE_PARTS } from '../../application/case-parts.js';
import type { CaseParts } from '../../application/case-parts.js';
import { endDecision, homeOf, openPoll, POLL_MARKS, recordDecision, voteInPoll } from '../../application/polls.js';
import type { PollMarks } from '../../application/polls.js';
import type { PollEvent } from '../../domain/poll/poll.js';
import { decisionEnded, decisionRecorded, pollOpened, voted } from './answers-residents.js';
import { POLICY_REJECTIONS } from './policy-rejections.js';
import { EndDecisionBody, OpenPollBody, RecordDecisionBody, VoteBody } from './polls.dto.js';

const REJECTIONS = {
  'already-opened': 'A poll with this id exists already; use a new id.',
  'policy-not-in-force': 'Name the version that is in force there; read the policies again.',
  'territory-not-registered': POLICY_REJECTIONS['territory-not-registered'],
  'nothing-delegated': 'The policy in force leaves nothing of this to the community; nobody can vote on it.',
  'outside-delegated-range':
    'An option lies outside what the policy in force leaves to the community; params say where.',
  'too-intricate': POLICY_REJECTIONS['too-intricate'],
  'too-few-options': 'Give at least two different options.',
  'too-short': 'A poll is open for an hour at least.',
  'too-long': 'A poll is open for 30 days at most.',
  'not-your-household': 'One votes for the own household; name it where you live in several.',
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
  constructor(
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
    @Inject(POLL_MARKS) private readonly marks: PollMarks,
  ) {}

  @Post('polls')
  @Answers(201, pollOpened)
  async open(@CallerOf() caller: Caller, @Body() body: OpenPollBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, territory, closesAt, ...asked } = body;
    const question = { ...asked, pollId: id, place: territory, closesAt: inUtc(closesAt) };
    const result = await openPoll(this.parts.runtime, caller, question);
    answer(reply, result, {
      status: 201,
      body: ({ events: [opened] }: { events: PollEvent[] }) => openedTold(opened!),
      location: `/api/v1/polls/${id}`,
      rejections: REJECTIONS,
    });
  }

  /** One vote of one household, the last one it gives before the end; it is not told to anybody. */
  @Post('polls/:id/votes')
  @Answers(201, voted)
  async vote(@Param('id') id: string, @Body() body: VoteBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request);
    const householdId = homeOf(this.parts.runtime, caller, body.householdId);
    const parts = { runtime: this.parts.runtime, marks: this.marks };
    const result = await voteInPoll(parts, caller, { pollId: id, householdId, option: body.option });
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

function openedTold({ type, data }: PollEvent) {
  if (type !== 'PollOpened') throw new Error(`a poll was opened with ${type}`);
  const { pollId: id, place: territory, ...told } = data;
  return { id, territory, ...told };
}
