export { admitWithinLimits } from './admission.js';
export type { AdmissionOptions, TurnedAway } from './admission.js';
export { createHttpApp, prepareHttpApp, traceIdOf } from './app.js';
export type { HttpApp, HttpAppOptions, HttpModule } from './app.js';
export { Answers, AnswersWithEvents, FORMS_TOLD, idTold, pageTold } from './answer-schemas.js';
export { answer, doneOrProblem, problemOfResult, seen } from './answer.js';
export type { AnswerableResult, AnswerOptions, SeeAnswer } from './answer.js';
export { actorOf } from './authentication.js';
export type { Verifier } from './authentication.js';
export { callerOf, CallerOf, requestHash } from './caller.js';
export type { Caller, CallerOptions } from './caller.js';
export type { Readiness, ReadinessCheck } from './health.js';
export {
  Describe,
  IsCode,
  IsCommunity,
  IsDay,
  IsId,
  IsListOf,
  IsMoment,
  IsPart,
  IsTerritory,
  IsText,
  IsWhole,
  MayBeMissing,
} from './forms.js';
export { acceptJsonOnly, isStorable } from './json-body.js';
export { Compiled, compiledBodies, takesCompiled } from './compiled-bodies.js';
export { nestLogger } from './logging.js';
export { buildOpenApi } from './openapi.js';
export type { OpenApiOptions } from './openapi.js';
export { decodeCursor, encodeCursor, LIMIT_DEFAULT, LIMIT_MAX, limitOf, pageOf, PageQuery } from './paging.js';
export type { CursorPart, Page } from './paging.js';
export {
  AfterInterceptor,
  formatPosition,
  parsePositions,
  POSITION_WAITER,
  reachPosition,
  setPosition,
  setVersion,
} from './positions.js';
export type { Position, PositionWaiter } from './positions.js';
export { ProblemFilter, sendProblem } from './problem-filter.js';
export { malformed, Problem, problemDocument, PROBLEMS, problemType } from './problems.js';
export type { FieldError, ProblemDocument, ProblemEntry, ProblemExtras, ProblemName } from './problems.js';
export { sse } from './sse.js';
export type { EventStream, ServerEvent, SseOptions } from './sse.js';
export { languageOf } from './refusal-problem.js';
export { asksFor, listOrTable } from './tables.js';
export type { Column } from './tables.js';
export { createDecoratorPipe, createValidationPipe } from './validation.js';
export { tellMethods } from './methods.js';
export { wireOptions } from './wire.js';
