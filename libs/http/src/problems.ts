/** Every problem the API answers with, once. Its page is docs/problems.md, kept equal by a test. */
export const PROBLEMS = {
  'malformed-request': {
    status: 400,
    title: 'The request is malformed',
    detail: 'Something in the request is missing, unknown or of the wrong form; errors names each place.',
    retryable: false,
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'Idempotency-Key is missing',
    detail:
      'Every command needs an Idempotency-Key header of 1 to 255 characters, so that a repetition has no second effect.',
    retryable: false,
  },
  'not-authenticated': {
    status: 401,
    title: 'Not authenticated',
    detail: 'A valid token is needed. Sign in again and repeat the request.',
    retryable: false,
  },
  'outside-duty': {
    status: 403,
    title: 'Outside your duty',
    detail: 'Your role may not do this here and now; rule and basis say why, appeal says where to object.',
    retryable: false,
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing here for you under this address.',
    retryable: false,
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not answer this method; the Allow header names those that it does.',
    retryable: false,
  },
  'too-slow': {
    status: 408,
    title: 'The request came too slowly',
    detail:
      'The request was not complete in time, and the connection ends. Send it again with the same Idempotency-Key.',
    retryable: true,
  },
  rejected: {
    status: 409,
    title: 'Not possible as things stand',
    detail: 'The request was understood, but the present state of things does not allow it; code says why.',
    retryable: false,
  },
  'stale-version': {
    status: 412,
    title: 'Changed in the meantime',
    detail: 'Somebody changed this after you read it. Read it again and repeat your change if it still fits.',
    retryable: false,
  },
  'stream-full': {
    status: 409,
    title: 'Nothing more can be written down here',
    detail: 'So much has happened to this one thing that no more is recorded of it. Begin a new one.',
    retryable: false,
  },
  'body-too-large': {
    status: 413,
    title: 'The request is too large',
    detail: 'The request body is larger than this address accepts.',
    retryable: false,
  },
  'event-too-large': {
    status: 413,
    title: 'Too much for one record',
    detail:
      'What the command would write down is larger than one record may be. Make it smaller, or divide it in several.',
    retryable: false,
  },
  'too-many-events': {
    status: 413,
    title: 'Too much for one command',
    detail: 'The command would write down more records at once than may be. Divide it in several.',
    retryable: false,
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Media type not supported',
    detail: 'Send the request body as application/json in UTF-8.',
    retryable: false,
  },
  'key-reused': {
    status: 422,
    title: 'Idempotency-Key used before',
    detail: 'This Idempotency-Key already stands for another request. Use a new key for a new request.',
    retryable: false,
  },
  'version-required': {
    status: 428,
    title: 'If-Match is missing',
    detail:
      'This change needs the version you have read, as If-Match, so that nobody overwrites what they have not seen.',
    retryable: false,
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    detail:
      'Address and headers together are larger than this address accepts. Shorten them and send the request again.',
    retryable: false,
  },
  overloaded: {
    status: 429,
    title: 'Too busy just now',
    detail:
      'More requests arrive than can be answered. Repeat with the same Idempotency-Key after the time in Retry-After.',
    retryable: true,
  },
  internal: {
    status: 500,
    title: 'Something failed on our side',
    detail:
      'An unexpected fault happened. Repeating with the same Idempotency-Key is safe; traceId finds it in our logs.',
    retryable: true,
  },
  unavailable: {
    status: 503,
    title: 'Not available just now',
    detail: 'A part that is needed for the answer does not answer. Repeating with the same Idempotency-Key is safe.',
    retryable: true,
  },
  'authority-unknown': {
    status: 503,
    title: 'Duties not known yet',
    detail:
      'This service has not yet received the duties or the policy in force, and decides nothing without them. Try again shortly.',
    retryable: true,
  },
  'position-not-reached': {
    status: 503,
    title: 'Not seen yet',
    detail: 'The position asked for with Baogong-After is not visible here yet. Try again shortly.',
    retryable: true,
  },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemEntry = { status: number; title: string; detail: string; retryable: boolean };
export type ProblemName = keyof typeof PROBLEMS;
export type FieldError = { pointer: string; code: string; detail: string };

export type ProblemExtras = {
  code?: string;
  detail?: string;
  errors?: FieldError[];
  rule?: string;
  basis?: string;
  appeal?: string;
  action?: string;
  /** Why a duty was refused. */
  reason?: string;
  unmet?: string[];
  params?: Record<string, string | number>;
  retryAfterSeconds?: number;
};

export type ProblemDocument = Omit<ProblemExtras, 'retryAfterSeconds'> & {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  traceId: string;
  retryable: boolean;
};

export class Problem extends Error {
  constructor(
    readonly problem: ProblemName,
    readonly extras: ProblemExtras = {},
    /** What is said instead to those who ask for Chinese, where we say it. */
    readonly zh?: ProblemExtras,
  ) {
    super(problem);
  }
}

export const problemType = (name: ProblemName): string => `/problems/${name}`;

export function problemDocument(problem: Problem, traceId: string, language: 'zh' | 'en' = 'en'): ProblemDocument {
  const { status, title, detail, retryable } = PROBLEMS[problem.problem];
  const { retryAfterSeconds: _header, ...extras } = (language === 'zh' && problem.zh) || problem.extras;
  return {
    type: problemType(problem.problem),
    title,
    status,
    detail,
    code: problem.problem,
    traceId,
    retryable,
    ...extras,
  };
}

/** For a field a controller checks itself: the same answer as the validation gives. */
export function malformed(pointer: string, detail: string, code = 'invalid'): Problem {
  return new Problem('malformed-request', { errors: [{ pointer, code, detail }] });
}
