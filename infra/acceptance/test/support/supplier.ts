import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Message {
  id: string;
  verified: boolean;
  body: Record<string, unknown>;
}

/** A supplier's own server, which knows the scheme of the signature from its public description alone. */
export class Supplier {
  readonly messages: Message[] = [];
  secret = '';
  /** What every message is answered. */
  status = 204;
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.messages.push(this.read(request.headers, Buffer.concat(parts).toString('utf8')));
      response.writeHead(this.status).end();
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private read(headers: IncomingHttpHeaders, text: string): Message {
    const id = String(headers['webhook-id']);
    const key = Buffer.from(this.secret.replace(/^whsec_/, ''), 'base64');
    const signed = createHmac('sha256', key).update(`${id}.${String(headers['webhook-timestamp'])}.${text}`);
    const wanted = `v1,${signed.digest('base64')}`;
    const verified = String(headers['webhook-signature']).split(' ').includes(wanted);
    return { id, verified, body: JSON.parse(text) as Record<string, unknown> };
  }
}
