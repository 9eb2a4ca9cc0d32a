import type { CursorSeen } from './cursors.js';
import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import type { LoggedEvent, Reader } from './log.js';
import type { Service, Snapshot } from './snapshot.js';

/** An event that a consumer has put aside, whatever became of it since. */
export interface ParkedSeen {
  service: Service;
  consumer: string;
  source: Service;
  shard: number;
  pos: number;
  stream: string;
}

export async function parkedOf(snapshot: Snapshot): Promise<ParkedSeen[]> {
  const rows = await snapshot.rows<Omit<ParkedSeen, 'service'>>(
    'select consumer, source, shard::int, pos::float8 as pos, stream from es.parked',
  );
  return rows.map((row) => ({ ...row, service: snapshot.service }));
}

/** L10: of what was published each consumer has parked some, applied what else its cursor passed, and waits for the rest. */
export class Heard implements Reader {
  private readonly tally = new Tally('L10');
  private readonly published = new Map<string, number>();
  private readonly parkedAt = new Map<string, ParkedSeen[]>();

  constructor(
    private readonly cursors: CursorSeen[],
    private readonly parked: ParkedSeen[],
  ) {
    for (const put of parked) {
      const place = `${put.source}:${put.shard}=${put.pos}`;
      this.parkedAt.set(place, [...(this.parkedAt.get(place) ?? []), put]);
    }
  }

  read({ service, shard, pos, stream }: LoggedEvent): void {
    this.published.set(`${service}:${shard}`, pos);
    const place = `${service}:${shard}=${pos}`;
    const here = this.parkedAt.get(place);
    if (!here) return;
    this.parkedAt.delete(place);
    for (const put of here)
      this.tally.check(
        put.stream === stream,
        () => `${nameOf(put)} parked ${put.stream} at ${place}, where ${stream} is`,
      );
  }

  /** @param heard whether nothing may be pending any more */
  findings(heard: boolean): Finding[] {
    for (const [place, parked] of this.parkedAt)
      for (const put of parked) this.tally.check(false, () => `${nameOf(put)} parked ${place}, which is not there`);
    this.parkedAt.clear();
    for (const cursor of this.cursors) {
      const pending = (this.published.get(`${cursor.source}:${cursor.shard}`) ?? 0) - cursor.pos;
      const holds = heard ? pending === 0 : pending >= 0;
      this.tally.check(holds, () => `${nameOf(cursor)} is at ${cursor.pos} of ${cursor.pos + pending}`);
    }
    this.checkParked();
    return [this.tally.finding];
  }

  private checkParked(): void {
    const at = new Map(this.cursors.map((cursor) => [nameOf(cursor), cursor]));
    for (const put of this.parked) {
      const { pos = 0, generation = 1 } = at.get(nameOf(put)) ?? {};
      // A rewound cursor comes back to what it parked before; any other would count it as pending, too.
      this.tally.check(put.pos <= pos || generation > 1, () => `${nameOf(put)} parked ${put.pos} and is at ${pos}`);
    }
  }
}

const nameOf = ({ service, consumer, source, shard }: Omit<ParkedSeen, 'pos' | 'stream'>): string =>
  `${service} ${consumer} of ${source}:${shard}`;
