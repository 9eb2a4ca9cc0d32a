import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { trouble, type Trouble } from '@baogong/operation';

/** Said before a database is started for nothing. */
export async function requireFree(port: number, host: string): Promise<void> {
  try {
    await bindOnce(port, host);
  } catch (error) {
    throw portTrouble(error, port, host) ?? error;
  }
}

const given = new Set<number>();

/** Never the same twice in one process: what was given out before may not have been taken yet. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await bindOnce(0, '127.0.0.1');
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

export function portTrouble(error: unknown, port: number, host: string): Trouble | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return trouble('port-taken', { port, other: port === 0 ? 3001 : port + 1 });
  }
  if (code === 'EACCES') return trouble('port-needs-rights', { port });
  if (code === 'EADDRNOTAVAIL') return trouble('address-not-here', { host });
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
