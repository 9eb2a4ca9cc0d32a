import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLocalIssuer, realIssuerFrom } from '@baogong/identity';

export type Output = { out(line: string): void; err(line: string): void };

export const USAGE = `npm run baogong -- token NAME [--data DIR] [--hours N]
  prints a token for one actor of this installation, such as do-1, rc-y, pf-y or re-0001
  (npm prints two lines of its own before it; npm run --silent baogong -- token NAME does not)`;

const terminal: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/** Returns the exit code. */
export async function run(argv: readonly string[], root: string, output: Output = terminal): Promise<number> {
  const asked = parsed(argv);
  if (asked === undefined || asked.command !== 'token' || !asked.name) {
    output.err(USAGE);
    return 2;
  }
  if (realIssuerFrom(process.env)) {
    output.err(
      'An issuer is configured (BAOGONG_ISSUER): tokens come from there, the local issuer is refused beside it.',
    );
    return 1;
  }
  const keyFile = resolve(root, asked.data, 'keys', 'issuer.json');
  if (!existsSync(keyFile)) {
    output.err(
      `There is no installation in ${resolve(root, asked.data)} yet: run npm start once, or name its --data DIR.`,
    );
    return 1;
  }
  const issuer = await createLocalIssuer(keyFile);
  output.out(await issuer.sign(asked.name, asked.hours * 3600));
  return 0;
}

type Asked = { command: string | undefined; name: string | undefined; data: string; hours: number };

function parsed(argv: readonly string[]): Asked | undefined {
  const options = { data: { type: 'string' }, hours: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const hours = Number(values.hours ?? '12');
    if (!(hours > 0 && hours <= 24 * 30)) return undefined;
    const data = values.data ?? process.env['BAOGONG_DATA'] ?? '.baogong';
    return { command: positionals[0], name: positionals[1], data, hours };
  } catch {
    return undefined;
  }
}
