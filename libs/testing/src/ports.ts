import { connect, createServer } from 'node:net';

/** A request for the API versions: an open port alone does not mean that the broker serves. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (ok: boolean) => {
      socket.destroy();
      resolve(ok);
    };
    socket.setTimeout(2000, () => answer(false));
    socket.once('connect', () => socket.write(request));
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}

const given = new Set<number>();

/** Never the same twice in one process: what was given out before may not have been taken yet. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await unboundPort();
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

function unboundPort(): Promise<number> {
  return new Promise((resolve, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
