import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';

/** Passes the rows of a COPY in text form on as they are, and shows each line on the way. */
export class Lines extends Transform {
  rows = 0;
  private rest = '';

  constructor(private readonly onLine?: (line: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    try {
      this.look(chunk);
      done(null, chunk);
    } catch (error) {
      done(error as Error);
    }
  }

  private look(chunk: Buffer): void {
    if (!this.onLine) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.rows += 1;
      return;
    }
    // latin1 keeps every byte, so that a letter of several may be split between chunks.
    const lines = (this.rest + chunk.toString('latin1')).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.onLine(line);
    this.rows += lines.length;
  }
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The fields of one row of a COPY in text form, their bytes as latin1. */
export function fieldsOf(line: string): string[] {
  const fields = line.split('\t');
  if (!line.includes('\\')) return fields;
  return fields.map((field) =>
    field.includes('\\') && field !== '\\N'
      ? field.replace(/\\([\s\S])/g, (_, letter: string) => ESCAPES[letter] ?? letter)
      : field,
  );
}
