import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const planted: [rule: string, file: string, code: string][] = [
  ['no-circles', 'libs/kernel/src/a.ts', "import './b.js'; export const a = 1;"],
  ['services-keep-apart', 'services/orders/src/x.ts', "import '@baogong/inventory';"],
  ['domain-is-pure', 'services/orders/src/domain/order/x.ts', "import '@nestjs/common';"],
  ['domain-is-pure', 'services/orders/src/domain/order/y.ts', "import 'node:crypto';"],
  ['domain-is-pure', 'services/orders/src/domain/order/z.ts', "import '@baogong/contracts';"],
  ['passes-for-delivery-only', 'services/orders/src/x2.ts', "import '@baogong/passes';"],
  ['application-looks-inwards', 'services/orders/src/application/x.ts', "import '../adapters/http/x.js';"],
  ['adapters-keep-apart', 'services/orders/src/adapters/events/x.ts', "import '../http/x.js';"],
  ['kafkajs-behind-the-port', 'services/orders/src/x3.ts', "import 'kafkajs';"],
  ['pg-behind-the-store', 'services/orders/src/x4.ts', "import pg from 'pg'; export const p = pg;"],
  ['pure-libraries-stay-pure', 'libs/duties/src/x.ts', "import 'node:fs';"],
];

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

describe('import rules', () => {
  it('are kept by the whole workspace', () => expect(violationsIn(root)).toEqual([]), 120_000);

  it('tell each planted violation', () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    try {
      for (const [, file, code] of planted) plant(folder, file, code);
      plant(folder, 'libs/kernel/src/b.ts', "import './a.js'; export const b = 1;");
      plant(folder, 'services/orders/src/adapters/http/x.ts', 'export const x = 1;');
      plant(folder, 'infra/x/src/x.ts', 'export const x = 1;');
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const told = violationsIn(folder).map(({ rule, from }) => `${rule.name} ${from}`);
      for (const [rule, file] of planted) expect(told).toContain(`${rule} ${file}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

function plant(folder: string, file: string, code: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${code}\n`);
}

function violationsIn(folder: string): Violation[] {
  const rules = join(root, 'infra/guards/import-rules.cjs');
  const args = [
    join(root, 'node_modules/.bin/depcruise'),
    'libs',
    'services',
    'infra',
    '--config',
    rules,
    '-T',
    'json',
  ];
  const output = run(args, folder);
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

/** The tool exits non-zero with the number of violations; its report is on standard output either way. */
function run([program, ...args]: string[], cwd: string): string {
  try {
    return execFileSync(program!, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (failure) {
    return (failure as { stdout: string }).stdout;
  }
}
