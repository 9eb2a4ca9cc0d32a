import { createWriteStream } from 'node:fs';

export function appendLines(file: string): { write(line: string): void } {
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  // A full disk must not bring the service down by way of its log.
  stream.on('error', () => undefined);
  return { write: (line) => void stream.write(line) };
}
