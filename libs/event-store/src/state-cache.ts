import type { Folding, StreamHeader } from './types.js';

export interface CachedState {
  /** A state means something to the fold that made it only. */
  folding: Folding<unknown, unknown>;
  state: unknown;
  version: number;
  header: StreamHeader;
}

/** The streams used last, as folded; a version newer in the log makes an entry a starting point, never an answer. */
export class StateCache {
  private readonly entries = new Map<string, CachedState>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(stream: string, folding: Folding<unknown, unknown>): CachedState | undefined {
    const found = this.entries.get(stream);
    if (!found || found.folding !== folding) return undefined;
    this.entries.delete(stream);
    this.entries.set(stream, found);
    return found;
  }

  put(stream: string, entry: CachedState): void {
    const held = this.entries.get(stream);
    // A read that was overtaken must not bring an older state back.
    if (held && held.folding === entry.folding && held.version > entry.version) return;
    this.entries.delete(stream);
    this.entries.set(stream, entry);
    if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value!);
  }

  drop(stream: string): void {
    this.entries.delete(stream);
  }
}
