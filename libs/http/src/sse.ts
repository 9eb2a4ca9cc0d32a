import type { FastifyInstance, FastifyReply } from 'fastify';

export type ServerEvent = { event?: string; id?: string; data: unknown };
export type EventStream = {
  /** What the reader says it has seen: the id of the last event that reached it; undefined for a new reader. */
  readonly lastEventId: string | undefined;
  /** False when the reader is gone. */
  send(event: ServerEvent): boolean;
  close(): void;
};
export type SseOptions = {
  /** Called once; returns what ends the subscription. It runs exactly once, whoever hangs up. */
  subscribe(stream: EventStream): (() => void) | Promise<() => void>;
  heartbeatMs?: number;
};

const STREAM_TYPE = 'text/event-stream; charset=utf-8';
const HEARTBEAT_MS = 15_000;
// A reader who does not read must not fill our memory: it is cut off, and what it missed it gets when it comes back.
const BUFFER_MAX_BYTES = 131_072;
const ID_MAX_LENGTH = 4096;
const openStreams = new WeakMap<object, Set<() => void>>();

/** Answers with `text/event-stream`. A reader that took nothing between two heartbeats is cut off. */
export function sse(reply: FastifyReply, { subscribe, heartbeatMs = HEARTBEAT_MS }: SseOptions): void {
  const { raw } = reply;
  // Whoever asks for the headers only would wait for the end of a view that has none.
  if (reply.request.method === 'HEAD') return void reply.header('content-type', STREAM_TYPE).send();
  const streams = streamsOf(reply.server);
  let closed = false;
  let behind = false;
  let unsubscribe: (() => void) | undefined;

  const close = (): void => {
    if (closed) return;
    closed = true;
    clearInterval(heartbeat);
    streams.delete(close);
    unsubscribe?.();
    // An end would wait in the queue of a reader who takes nothing.
    if (raw.writableNeedDrain) raw.destroy();
    else raw.end();
  };
  const write = (text: string): boolean => {
    if (closed || raw.destroyed) return false;
    raw.write(text);
    if (raw.writableLength > BUFFER_MAX_BYTES) close();
    return !closed;
  };
  const beat = (): void => {
    if (behind && raw.writableNeedDrain) return close();
    behind = raw.writableNeedDrain;
    write(': still here\n\n');
  };
  const heartbeat = setInterval(beat, heartbeatMs);
  heartbeat.unref();

  reply.hijack();
  raw.writeHead(200, {
    'content-type': STREAM_TYPE,
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  raw.on('drain', () => (behind = false));
  raw.on('close', close);
  raw.on('error', close);
  streams.add(close);
  write('retry: 2000\n\n');
  const lastEventId = lastEventIdOf(reply);
  void Promise.resolve(subscribe({ lastEventId, send: (event) => write(textOf(event)), close })).then(
    (end) => (closed ? end() : (unsubscribe = end)),
    close,
  );
}

/** Live views never end by themselves: a server that stops ends them, or it would wait for them. */
export function endStreamsOnClose(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    for (const close of [...streamsOf(server)]) close();
    done();
  });
}

function streamsOf(server: FastifyInstance): Set<() => void> {
  const key = server.server;
  const known = openStreams.get(key) ?? new Set();
  openStreams.set(key, known);
  return known;
}

/** An id that we cannot have given counts as none: its reader starts anew. */
function lastEventIdOf({ request }: FastifyReply): string | undefined {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && id !== '' && id.length <= ID_MAX_LENGTH ? id : undefined;
}

function textOf({ event, id, data }: ServerEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id.replace(/[\r\n\0]/g, '')}`]),
    ...(event === undefined ? [] : [`event: ${event.replace(/[\r\n]/g, '')}`]),
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}
