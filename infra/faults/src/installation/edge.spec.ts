import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Edge } from './edge.js';

const unbound = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

// Not `once` of node:events: it takes the reset that comes first for a failure.
const closing = (socket: Socket): Promise<void> => new Promise((closed) => socket.once('close', () => closed()));

describe('a proxy between two parts', () => {
  let echo: Server;
  let edge: Edge;
  let heard: string[];
  const open: Socket[] = [];

  beforeEach(async () => {
    heard = [];
    echo = createServer((socket) => {
      open.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (part) => (heard.push(String(part)), socket.write(`${String(part)}!`)));
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    edge = await Edge.open(() => (echo.address() as AddressInfo).port, await unbound());
  });
  afterEach(() => {
    edge.close();
    for (const socket of open.splice(0)) socket.destroy();
    echo.close();
  });

  const dial = (): Socket => {
    const socket = connect(edge.port, '127.0.0.1').setNoDelay(true);
    socket.on('error', () => undefined);
    open.push(socket);
    return socket;
  };
  const answer = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

  it('carries both ways, and later where it is slow', async () => {
    const socket = dial();
    socket.write('a');
    expect(await answer(socket)).toBe('a!');
    edge.slow(80);
    const started = performance.now();
    socket.write('b');
    expect(await answer(socket)).toBe('b!');
    expect(performance.now() - started).toBeGreaterThan(155);
  });
  it('breaks off what is open and refuses what is new while it is cut', async () => {
    const socket = dial();
    socket.write('a');
    await answer(socket);
    edge.cut();
    await closing(socket);
    await closing(dial());
    edge.heal();
    const after = dial();
    after.write('b');
    expect(await answer(after)).toBe('b!');
  });
  it('keeps what goes one way until it is healed, in its order', async () => {
    const socket = dial();
    edge.hold('back');
    socket.write('a');
    while (heard.length === 0) await new Promise((later) => setTimeout(later, 5));
    expect(socket.bytesRead).toBe(0);
    edge.heal();
    expect(await answer(socket)).toBe('a!');
  });
  it('loses a reply after the request has got through', async () => {
    edge.loseReplies(1);
    const socket = dial();
    socket.write('a');
    await closing(socket);
    expect([heard, socket.bytesRead, edge.lost]).toEqual([['a'], 0, 1]);
  });
});
