import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 1000;

/** Watches the resident memory of a process and all it started, databases and brokers included (Linux only; else 0). */
export class MemoryWatch {
  private peak = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly root: () => number) {
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
  }

  peakMb(): number {
    this.look();
    return Math.round(this.peak / 1024);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    this.peak = Math.max(this.peak, residentKb(this.root()));
  }
}

function residentKb(root: number): number {
  const processes = allProcesses();
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.filter(({ pid }) => family.has(pid)).reduce((sum, { privateKb }) => sum + privateKb, 0);
}

/** Pages shared with others (PostgreSQL's buffers) would count once per process: only a process's own are summed. */
function allProcesses(): { pid: number; parent: number; privateKb: number }[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const status = read(`/proc/${pid}/status`);
        const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return status ? [{ pid: Number(pid), parent: field('PPid'), privateKb: field('RssAnon') }] : [];
      });
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
