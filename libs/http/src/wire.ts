import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_JSON, sendProblem } from './problem-filter.js';
import { malformed, Problem, problemDocument } from './problems.js';

const BAD_ADDRESS = 'must be percent-encoded UTF-8: encode a percent sign itself as %25';
const BY_CODE: Record<string, Problem> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem('too-slow'),
  HPE_HEADER_OVERFLOW: new Problem('headers-too-large'),
};
const NO_HTTP = new Problem('malformed-request', { detail: 'This is not a request of HTTP/1.1; the connection ends.' });

/** For a request to arrive whole, so that nobody holds a connection by sending slowly. */
const WHOLE_WITHIN_MS = 30_000;
/** Of that time: how often connections are looked at. The platform looks each 30 s unless told. */
const LOOKS = 10;

/** What is refused before any route is looked for has the form of every other refusal. */
export const wireOptions = (wholeWithinMs = WHOLE_WITHIN_MS) => ({
  requestTimeout: wholeWithinMs,
  // A longer time for the headers, as the platform has, would be taken for the whole and the shorter for the headers.
  http: { headersTimeout: wholeWithinMs, connectionsCheckingInterval: wholeWithinMs / LOOKS },
  frameworkErrors(error: { code: string }, _request: FastifyRequest, reply: FastifyReply): void {
    sendProblem(reply, error.code === 'FST_ERR_BAD_URL' ? malformed('/path', BAD_ADDRESS) : new Problem('not-found'));
  },
  clientErrorHandler(error: { code?: string }, socket: Socket): void {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.end(answerTo(error.code ?? ''));
    else socket.destroy();
  },
});

function answerTo(code: string): string {
  const document = problemDocument(BY_CODE[code] ?? NO_HTTP, randomBytes(16).toString('hex'));
  const body = JSON.stringify(document);
  const head = [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    `Content-Type: ${PROBLEM_JSON}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
