import { ESLint } from 'eslint';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const planted: [rule: string, file: string, code: string][] = [
  ['@nx/enforce-module-boundaries', 'libs/kernel/src/time.ts', "import '@baogong/event-store';"],
  ['@nx/enforce-module-boundaries', 'libs/contracts/src/index.ts', "import '@baogong/http';"],
  ['no-restricted-syntax', 'services/orders/src/domain/planted.ts', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'services/orders/src/domain/planted.ts', 'export const now = new Date();'],
  ['no-restricted-syntax', 'services/orders/src/domain/planted.ts', 'export const chance = Math.random();'],
  [
    'no-restricted-syntax',
    'services/orders/src/application/planted.ts',
    'declare const D: never;\n@D\nexport class A {}',
  ],
  ['no-restricted-globals', 'services/orders/src/domain/planted.ts', 'export const home = process.env.HOME;'],
  ['max-lines', 'libs/http/src/planted.ts', '// line\n'.repeat(301)],
  ['max-lines', 'libs/http/src/planted.spec.ts', '// line\n'.repeat(501)],
  ['max-params', 'libs/http/src/planted.ts', 'export const f = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;'],
  ['complexity', 'libs/http/src/planted.ts', `export const f = (a: number) => ${'a ? 1 : '.repeat(11)}0;`],
];

describe('lint rules', () => {
  // The boundary rule reads the project graph that Nx keeps, and is silent without one.
  beforeAll(
    () => execFileSync(resolve(root, 'node_modules/.bin/nx'), ['show', 'projects'], { cwd: root, env: nxEnvironment }),
    60_000,
  );
  const nxEnvironment = { ...process.env, NX_DAEMON: 'false' };
  const eslint = new ESLint({ cwd: root });

  it.each(planted)(
    '%s is told when broken in %s',
    async (rule, filePath, code) => {
      const [result] = await eslint.lintText(code, { filePath: resolve(root, filePath) });
      expect(result!.messages.map(({ ruleId }) => ruleId)).toContain(rule);
    },
    60_000,
  );
});
