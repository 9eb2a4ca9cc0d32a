import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of line between browser and server that can be cut and mended. */
export class Wire {
  private whole = true;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((near) => {
    if (!this.whole) return void near.destroy();
    const far = connect(this.port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined).on('close', () => (this.sockets.delete(one), other.destroy()));
      one.pipe(other);
    }
  });

  private constructor(private readonly port: number) {}

  static async to(port: number): Promise<Wire> {
    const wire = new Wire(port);
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
