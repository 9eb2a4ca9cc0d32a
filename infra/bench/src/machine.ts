import { freshDatabase, startBroker, startPostgres, stopPostgres, type TestBroker } from '@baogong/testing';
import pg from 'pg';
import type { Database, Place } from './contender.js';

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;

/** What all contenders share: one PostgreSQL that keeps what it acknowledges, and one Kafka, started when first needed. */
export class Machine {
  private broker: Promise<TestBroker> | undefined;

  private constructor(private readonly admin: pg.Client) {}

  /** @throws Error where the server would acknowledge what it may lose */
  static async start(): Promise<Machine> {
    const { url } = await startPostgres({ durable: true });
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    for (const [name, wanted] of Object.entries(DURABLE)) {
      const { rows } = await admin.query<Record<string, string>>(`show ${name}`);
      if (rows[0]?.[name] !== wanted) throw new Error(`PostgreSQL runs with ${name} = ${rows[0]?.[name]}`);
    }
    return new Machine(admin);
  }

  async place(name: string, needs: { kafka?: boolean; databases?: number } = {}): Promise<Place> {
    const { kafka = false, databases = 1 } = needs;
    const made: Database[] = [];
    while (made.length < databases) made.push(await freshDatabase(`bench_${name}`));
    const [first, ...others] = made;
    return { ...first!, others, brokers: kafka ? await this.kafka() : [] };
  }

  /** Before each measurement, so that nobody pays for the pages of the one before. */
  async settle(): Promise<void> {
    await this.admin.query('checkpoint');
  }

  async stop(): Promise<void> {
    await (await this.broker)?.stop();
    await this.admin.end();
    await stopPostgres();
  }

  private async kafka(): Promise<string[]> {
    return (await (this.broker ??= startBroker())).brokers;
  }
}
