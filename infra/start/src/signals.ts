import { commandOf, parentOf } from './processes.js';

const STOP_WITHIN_MS = 9500;
const PARENT_CHECK_MS = 1000;

/**
 * Resolves at the first Ctrl-C. npm and the terminal may both pass the same one on, so that a second changes nothing;
 * what has not stopped in time is left behind, for the next start to repair.
 */
export function stopOnSignals(): Promise<'stopped'> {
  return new Promise((resolve) => {
    const stop = (): void => {
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      resolve('stopped');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    watchNpm(stop);
  });
}

// Killing npm does not kill what it runs: without this, an instance nobody sees would hold the port and the folder.
function watchNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  // npm runs a script by way of a shell, which may have made room for us or stayed in between.
  const npm = /^(\S*\/)?(sh|bash|dash) -c /.test(commandOf(shell)) ? parentOf(shell) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || parentOf(shell) === npm)) return;
    clearInterval(watch);
    stop();
  }, PARENT_CHECK_MS);
  watch.unref();
}
