import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { CASE_PARTS } from '../../application/case-parts.js';
import type { CaseParts } from '../../application/case-parts.js';
import { onCase, openCase, type Asking, type CaseResult } from '../../application/cases.js';
import { caseMoved, caseOpened } from './answers-residents.js';
import { AnswerCaseBody, MediationBody, OpenCaseBody, VerificationBody, VisitBody, WordsBody } from './cases.dto.js';

const REJECTIONS = {
  'already-opened': 'A case with this id exists already; use a new id.',
  'already-closed': 'This case is closed; the household may reopen it for 14 days.',
  'already-answered': 'This case is answered; the household has the word now.',
  'not-answered': 'Nobody has answered yet, so there is nothing to look at.',
  'still-open': 'This case is open; it goes one level up by itself when its clock runs out.',
  'too-late-to-reopen': 'It was closed more than 14 days ago; open a new case.',
  'visit-is-due': 'A second person has to look first.',
  'not-your-household': 'A resident may ask, close and reopen for the own household only.',
  'household-missing': 'Tell the place down to the household that needs it.',
  'not-your-case': 'It belongs to somebody else; see owner.',
  'own-work': 'Nobody judges their own work, nor a case about themselves.',
  'photo-is-no-evidence': 'A photo alone proves nothing: tell what was seen at the visit, or what the household said.',
  'unknown-organisation': 'No such organisation has to answer here.',
  'nobody-answers': 'Nobody holds a role here that has to answer.',
  'other-side-missing': 'Tell in `about` with whom the dispute is.',
  'statement-missing': 'Tell in `words` what happened.',
  'no-dispute': 'This case is no dispute.',
  'needs-mediation': 'A dispute is mediated, not answered.',
  'not-a-party': 'Only the two sides of a dispute make statements.',
  'not-neutral': 'A side of the dispute, or its own organisation, cannot mediate it.',
  'other-side-not-heard': 'The other side was asked and still has time to answer.',
  'not-claimed': 'The case does not claim this fact.',
  'known-better': 'This is known with more certainty already.',
};

@Controller('cases')
export class CaseCommandsController {
  constructor(@Inject(CASE_PARTS) private readonly parts: CaseParts) {}

  /** Tells number, owner and deadline at once; the answer repeats no words. */
  @Post()
  @Answers(201, caseOpened)
  async open(@CallerOf() caller: Caller, @Body() { id, ...asked }: OpenCaseBody, @Res() reply: FastifyReply) {
    const result = await openCase(this.parts, caller, { caseId: id, ...asked });
    const location = `/api/v1/cases/${id}`;
    answer(reply, result, { status: 201, body: receipt(id, result), location, rejections: REJECTIONS });
  }

  @Post(':id/answer')
  @Answers(200, caseMoved)
  @HttpCode(200)
  answer(@Param('id') id: string, @Body() body: AnswerCaseBody, @Res() reply: FastifyReply): Promise<void> {
    const { outcome, evidence = [], words } = body;
    return this.handle(reply, { action: 'AnswerCase', caseId: id, data: { outcome, evidence }, ...said(words) });
  }

  /** The household says that it is resolved: nobody else can. */
  @Post(':id/confirmation')
  @Answers(200, caseMoved)
  @HttpCode(200)
  confirm(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(reply, { action: 'CloseCase', caseId: id });
  }

  @Post(':id/reopening')
  @Answers(200, caseMoved)
  @HttpCode(200)
  reopen(@Param('id') id: string, @Body() { words }: WordsBody, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(reply, { action: 'ReopenCase', caseId: id, ...said(words) });
  }

  @Post(':id/visit')
  @Answers(200, caseMoved)
  @HttpCode(200)
  visit(@Param('id') id: string, @Body() body: VisitBody, @Res() reply: FastifyReply): Promise<void> {
    const { words, ...data } = body;
    return this.handle(reply, { action: 'VisitCase', caseId: id, data, ...said(words) });
  }

  @Post(':id/verifications')
  @Answers(200, caseMoved)
  @HttpCode(200)
  verify(@Param('id') id: string, @Body() body: VerificationBody, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(reply, { action: 'VerifyCaseFact', caseId: id, data: { ...body } });
  }

  @Post(':id/statements')
  @Answers(200, caseMoved)
  @HttpCode(200)
  state(@Param('id') id: string, @Body() { words }: WordsBody, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(reply, { action: 'StateCase', caseId: id, ...said(words) });
  }

  @Post(':id/mediation')
  @Answers(200, caseMoved)
  @HttpCode(200)
  mediate(@Param('id') id: string, @Body() body: MediationBody, @Res() reply: FastifyReply): Promise<void> {
    const { outcome, words } = body;
    return this.handle(reply, { action: 'MediateDispute', caseId: id, data: { outcome }, ...said(words) });
  }

  private async handle(reply: FastifyReply, asking: Asking): Promise<void> {
    const result = await onCase(this.parts, callerOf(reply.request), asking);
    answer(reply, result, { status: 200, body: receipt(asking.caseId, result), rejections: REJECTIONS });
  }
}

const said = (words?: string) => (words === undefined ? {} : { words });

/** As the last event left it: who has to answer, at what level, by when. */
function receipt(id: string, result: CaseResult) {
  if (result.kind !== 'done') return {};
  return result.events.reduce<Record<string, unknown>>(
    (told, { type, data }) => {
      const next = { ...told, ...SHOWN.reduce((shown, name) => withField(shown, name, data), {}) };
      return type === 'CaseClosed' ? { ...next, status: 'closed' } : next;
    },
    { id },
  );
}

const SHOWN = [
  'number',
  'severity',
  'owner',
  'level',
  'dueAt',
  'outcome',
  'resolved',
  'how',
  'state',
  'side',
  'statementDueAt',
];

function withField(shown: object, name: string, data: object): object {
  return name in data ? { ...shown, [name]: (data as Record<string, unknown>)[name] } : shown;
}
