import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { headers: IncomingHttpHeaders; body: string };
type Answer = { status: number; headers?: Record<string, string> } | 'hang';

/** A supplier's own server: keeps what it was sent and answers as it is told to, the last answer for ever. */
export class Receiver {
  readonly received: Received[] = [];
  private answers: Answer[] = [{ status: 204 }];
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const answer = this.answers.length > 1 ? this.answers.shift()! : this.answers[0]!;
      if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end('x'.repeat(100_000));
    });
    response.on('error', () => undefined);
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  answer(...answers: Answer[]): void {
    this.answers = answers;
  }

  get ids(): (string | undefined)[] {
    return this.received.map(({ headers }) => headers['webhook-id'] as string | undefined);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
