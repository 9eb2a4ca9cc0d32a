import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { communitiesTable, type CommunitiesReport } from '../communities/play-communities.js';
import { table, type Report } from '../report.js';
import { conditions, withSection } from './document.js';
import { BENCH, VARIANTS, variantsNamed, type Variant } from './variants.js';

const HEAD = '# Figures\n\nEach section says by which command it was taken, where and when.\n';
const LIMIT_MS = 60 * 60_000;

/** Plays every variant of the drill, one after another, runs the bench, and writes what came out into `docs/figures.md`. */
export async function run(argv: readonly string[], root: string): Promise<number> {
  let variants: Variant[];
  try {
    const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
    variants = variantsNamed(values.only);
  } catch (failure) {
    process.stderr.write(`${(failure as Error).message}\n\nnpm run figures -- [--only VARIANT,...]\n`);
    return 2;
  }
  const codes: number[] = [];
  for (const variant of variants) {
    codes.push(variant === BENCH ? await command(root, [BENCH, '--record']) : await record(variant, root));
  }
  return Math.max(...codes);
}

type Played = Exclude<Variant, typeof BENCH>;

async function record(variant: Played, root: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'baogong-figures-'));
  const json = join(folder, 'report.json');
  try {
    const code = await command(root, ['drill', ...VARIANTS[variant], '--json', json]);
    if (!existsSync(json)) return code;
    const report = JSON.parse(readFileSync(json, 'utf8')) as Report | CommunitiesReport;
    const document = join(root, 'docs/figures.md');
    const before = existsSync(document) ? readFileSync(document, 'utf8') : HEAD;
    writeFileSync(document, withSection(before, `drill ${variant}`, sectionOf(variant, report, code)));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sectionOf(variant: Played, report: Report | CommunitiesReport, code: number): string {
  const rows = 'communities' in report ? communitiesTable(report) : table(report);
  const flags = VARIANTS[variant].join(' ');
  const played = `npm run drill${flags && ` -- ${flags}`}`;
  const verdict = code === 0 ? 'sound' : 'BROKEN';
  return `## \`${played}\`\n\n${conditions(new Date())}: ${verdict}.\n\n\`\`\`text\n${rows}\n\`\`\``;
}

function command(root: string, argv: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'infra/start/pre.mjs'), ...argv], {
    cwd: root,
    stdio: 'inherit',
  });
  const limit = setTimeout(() => child.kill('SIGTERM'), LIMIT_MS);
  return new Promise((settle) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      settle(code ?? 1);
    });
  });
}
