import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Direction = 'there' | 'back';

const LOOK_MS = 20;

/** A TCP proxy on one way between two parts: what a network does to them is done here. */
export class Edge {
  private readonly server: Server;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private readonly held = new Set<Direction>();
  private isCut = false;
  private delayMs = 0;
  private repliesToLose = 0;
  /** How many replies were lost: tells whether the fault has happened at all. */
  lost = 0;

  private constructor(
    private readonly target: () => number,
    readonly port: number,
  ) {
    this.server = createServer((near) => this.carry(near));
  }

  static async open(target: () => number, port: number): Promise<Edge> {
    const edge = new Edge(target, port);
    await new Promise<void>((ready, failed) => {
      edge.server.once('error', failed);
      edge.server.listen(port, '127.0.0.1', ready);
    });
    return edge;
  }

  /** Every connection breaks off, and none is made any more. */
  cut(): void {
    this.isCut = true;
    this.reset();
  }

  reset(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.resetAndDestroy();
  }

  /** What is sent this way neither arrives nor is refused; it arrives late, once the edge is healed. */
  hold(direction: Direction): void {
    this.held.add(direction);
  }

  slow(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  /** The request gets through, and the connection breaks off in place of the answer. */
  loseReplies(count: number): void {
    this.repliesToLose = count;
  }

  heal(): void {
    this.isCut = false;
    this.delayMs = 0;
    this.repliesToLose = 0;
    this.held.clear();
  }

  close(): void {
    this.server.close();
    this.reset();
  }

  private carry(near: Socket): void {
    if (this.isCut) return void near.resetAndDestroy();
    const far = connect({ port: this.target(), host: '127.0.0.1' });
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
    this.flow('there', near, far);
    this.flow('back', far, near);
  }

  private flow(direction: Direction, from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const queue = (step: () => void) => {
      const due = performance.now() + this.delayMs;
      last = last.then(() => this.whenDue(direction, due)).then(step);
    };
    from.on('data', (part: Buffer) => {
      if (direction === 'back' && this.losesThis()) return void to.resetAndDestroy();
      if (this.isFree(direction)) return void last.then(() => to.write(part));
      queue(() => to.write(part));
    });
    from.once('end', () => queue(() => to.end()));
  }

  private losesThis(): boolean {
    if (this.repliesToLose === 0) return false;
    this.repliesToLose -= 1;
    this.lost += 1;
    return true;
  }

  private isFree(direction: Direction): boolean {
    return this.delayMs === 0 && !this.held.has(direction);
  }

  private async whenDue(direction: Direction, due: number): Promise<void> {
    while (this.held.has(direction)) await sleep(LOOK_MS);
    const early = due - performance.now();
    if (early > 0) await sleep(early);
  }
}
