import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Peers are installed on first use, beside the workspace: nobody else ever needs them. */
export function preparePeers(root: string): void {
  const folder = join(root, 'infra/bench/peers');
  once(join(folder, 'node_modules/.installed'), [join(folder, 'package-lock.json')], () =>
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder),
  );
  const sources = readdirSync(join(folder, 'src')).map((name) => join(folder, 'src', name));
  once(join(folder, 'node_modules/.built'), [...sources, join(folder, 'tsconfig.json')], () =>
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], root),
  );
}

function once(stamp: string, files: string[], work: () => void): void {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  work();
  writeFileSync(stamp, wanted);
}

function run(command: string, args: string[], cwd: string): void {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}`);
}
