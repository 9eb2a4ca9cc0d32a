import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import type { LoggedEvent, Reader } from './log.js';
import { SERVICES } from './snapshot.js';
import type { Service, Snapshot } from './snapshot.js';

export interface CursorSeen {
  service: Service;
  consumer: string;
  source: Service;
  shard: number;
  pos: number;
  digest: string;
  generation: number;
}

export async function cursorsOf(snapshot: Snapshot): Promise<CursorSeen[]> {
  const rows = await snapshot.rows<Omit<CursorSeen, 'service'>>(
    'select consumer, source, shard::int, pos::float8 as pos, digest, generation from es.cursor',
  );
  return rows.filter(({ source }) => SERVICES.includes(source)).map((row) => ({ ...row, service: snapshot.service }));
}

/** L5 and L6. The cursors were read before the logs, so a log is never behind its consumer by chance. */
export class Cursors implements Reader {
  private readonly waiting = new Map<string, CursorSeen[]>();
  private readonly same = new Tally('L5');
  private readonly forward = new Tally('L6');

  constructor(now: CursorSeen[], earlier: CursorSeen[]) {
    for (const cursor of now.filter(({ pos }) => pos > 0)) {
      const place = `${cursor.source}:${cursor.shard}=${cursor.pos}`;
      this.waiting.set(place, [...(this.waiting.get(place) ?? []), cursor]);
    }
    const at = new Map(now.map((cursor) => [nameOf(cursor), cursor]));
    for (const before of earlier) {
      const after = at.get(nameOf(before));
      // A new generation is an audited rewind; a cursor that is gone starts from nothing without one.
      const holds = after !== undefined && (after.generation > before.generation || after.pos >= before.pos);
      this.forward.check(holds, () => `${nameOf(before)} went from ${before.pos} to ${after?.pos ?? 'nothing'}`);
    }
  }

  read({ service, shard, pos, chain }: LoggedEvent): void {
    const place = `${service}:${shard}=${pos}`;
    const here = this.waiting.get(place);
    if (!here) return;
    this.waiting.delete(place);
    for (const cursor of here)
      this.same.check(cursor.digest === chain, () => `${nameOf(cursor)} saw another chain at ${place}`);
  }

  get findings(): Finding[] {
    for (const [place, cursors] of this.waiting)
      for (const cursor of cursors)
        this.same.check(false, () => `${nameOf(cursor)} is at ${place}, which is not there`);
    this.waiting.clear();
    return [this.same.finding, this.forward.finding];
  }
}

const nameOf = ({ service, consumer, source, shard }: CursorSeen): string =>
  `${service} ${consumer} of ${source}:${shard}`;
