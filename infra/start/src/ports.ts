import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Trouble } from './trouble.js';

/** Said before a database is started for nothing. */
export async function requireFree(port: number, host: string): Promise<void> {
  try {
    await bindOnce(port, host);
  } catch (error) {
    throw portTrouble(error, port, host) ?? error;
  }
}

export async function freePort(): Promise<number> {
  return bindOnce(0, '127.0.0.1');
}

export function portTrouble(error: unknown, port: number, host: string): Trouble | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    const other = port === 0 ? 3001 : port + 1;
    return new Trouble(
      `Port ${port} is taken by another program.\nStop that program, or start Baogong on another port: npm start -- --port ${other}`,
    );
  }
  if (code === 'EACCES') return new Trouble(`Port ${port} needs rights this user has not: use one above 1023.`);
  if (code === 'EADDRNOTAVAIL') return new Trouble(`This machine has no address ${host}: use --host 127.0.0.1.`);
  return undefined;
}

function bindOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = probe.address() as AddressInfo;
      probe.close(() => resolve(bound));
    });
  });
}
