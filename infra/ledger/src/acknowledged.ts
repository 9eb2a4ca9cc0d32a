import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import type { LoggedEvent, Reader } from './log.js';
import { SERVICES } from './snapshot.js';
import type { Service, Snapshot } from './snapshot.js';

/** What the clients were told. Keys are those of the requests; positions as in Baogong-Position, `orders:3=17`. */
export interface History {
  acknowledged?: { service: Service; stream?: string; key: string; positions: string | string[] }[];
  /** Answered with a refusal or a rejection: such a command left nothing. */
  refused?: { service: Service; key: string }[];
  /** Never answered: such a command happened once or not at all. */
  unknown?: { service: Service; key: string }[];
}

interface KeyRow {
  stream: string;
  key: string;
  shard: number;
  first: number;
  last: number;
}

/** L1: what was acknowledged is there exactly once. */
export class Acknowledged implements Reader {
  private readonly tally = new Tally('L1');
  private readonly keys = new Map<string, KeyRow[]>();
  private readonly caused = new Map<string, Set<string>>();
  private readonly asked: Set<string>;

  constructor(private readonly history: History) {
    const { acknowledged = [], refused = [], unknown = [] } = history;
    this.asked = new Set([...acknowledged, ...refused, ...unknown].map(nameOf));
  }

  read({ service, shard, pos, causation }: LoggedEvent): void {
    const name = nameOf({ service, key: causation });
    if (!this.asked.has(name)) return;
    const places = this.caused.get(name) ?? new Set();
    this.caused.set(name, places.add(`${shard}=${pos}`));
  }

  async compare(snapshot: Snapshot): Promise<void> {
    const { service } = snapshot;
    const keys = [...this.asked].filter((name) => name.startsWith(`${service} `)).map((name) => keyOf(name));
    const rows = await snapshot.rows<KeyRow>(
      `select stream, key, shard::int, first_pos::float8 as first, last_pos::float8 as last
       from es.idempotency where key = any ($1)`,
      [keys],
    );
    for (const row of rows) {
      const name = nameOf({ service, key: row.key });
      this.keys.set(name, [...(this.keys.get(name) ?? []), row]);
    }
  }

  get findings(): Finding[] {
    const { acknowledged = [], refused = [], unknown = [] } = this.history;
    for (const { stream, positions, ...command } of acknowledged) {
      const rows = this.rowsOf(command).filter((row) => stream === undefined || row.stream === stream);
      const told = [positions]
        .flat()
        .flatMap((vector) => vector.split(','))
        .filter((place) => place.trim() !== '');
      const fault = this.faultOf(command, { rows, told: told.map((place) => place.trim()) });
      this.tally.check(fault === undefined, () => `${nameOf(command)}: ${fault}`);
    }
    for (const command of refused) {
      const left = this.rowsOf(command).length;
      this.tally.check(left === 0, () => `${nameOf(command)} was refused and is in the log`);
    }
    for (const command of unknown) {
      const rows = this.rowsOf(command);
      const fault = rows.length === 0 ? undefined : this.faultOf(command, { rows, told: [] });
      this.tally.check(fault === undefined, () => `${nameOf(command)}: ${fault}`);
    }
    return [this.tally.finding];
  }

  private rowsOf(command: { service: Service; key: string }): KeyRow[] {
    return this.keys.get(nameOf(command)) ?? [];
  }

  private faultOf(
    command: { service: Service; key: string },
    { rows, told }: { rows: KeyRow[]; told: string[] },
  ): string | undefined {
    const [row, second] = rows;
    // An acknowledged command that changed nothing has no position and leaves no key.
    if (!row) return told.length === 0 ? undefined : 'acknowledged, but its key is not there';
    if (second) return 'its key stands on two streams';
    const places = this.caused.get(nameOf(command)) ?? new Set();
    const expected = row.last - row.first + 1;
    if (places.size !== expected) return `${expected} events expected, ${places.size} are there`;
    const missing = told.find((place) => place !== `${command.service}:${row.shard}=${row.last}`);
    return missing && `acknowledged at ${missing}, recorded up to ${row.shard}=${row.last}`;
  }
}

const nameOf = ({ service, key }: { service: Service; key: string }): string => `${service} ${key}`;
const keyOf = (name: string): string =>
  name.slice(SERVICES.find((service) => name.startsWith(`${service} `))!.length + 1);
