import { connect, type Socket } from 'node:net';

/** One connection of HTTP/1.1 kept alive, one request at a time: the machine is shared with the service that is measured. */
export class Connection {
  private readonly socket: Socket;
  private heard = '';
  private waiting: { resolve(status: number): void; reject(error: Error): void } | undefined;

  constructor(private readonly port: number) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.setEncoding('latin1');
    this.socket.on('data', (text: string) => this.hear(text));
    this.socket.on('error', (error) => this.waiting?.reject(error));
    this.socket.on('close', () => this.waiting?.reject(new Error('the service closed the connection')));
  }

  /** @returns the status */
  post(path: string, headers: string, body: string): Promise<number> {
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\ncontent-type: application/json\r\n`;
    const answered = new Promise<number>((resolve, reject) => (this.waiting = { resolve, reject }));
    this.socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`);
    return answered;
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private hear(text: string): void {
    this.heard += text;
    const end = this.heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.heard.slice(0, end + 2));
    if (!length || this.heard.length < end + 4 + Number(length[1])) return;
    const status = Number(this.heard.slice(9, 12));
    this.heard = '';
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve(status);
  }
}
