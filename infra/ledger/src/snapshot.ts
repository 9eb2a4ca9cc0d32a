import pg from 'pg';

export const SERVICES = ['orders', 'inventory', 'delivery', 'oversight'] as const;
export type Service = (typeof SERVICES)[number];

/** One database at one moment: a read-only transaction of its own, so that a running system can be checked. */
export class Snapshot {
  private constructor(
    readonly service: Service,
    private readonly client: InstanceType<typeof pg.Client>,
  ) {}

  static async open(service: Service, url: string): Promise<Snapshot> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`set idle_in_transaction_session_timeout = 0; set timezone = 'UTC'`);
    await client.query('begin isolation level repeatable read read only');
    // The moment is fixed by the first query, not by `begin`.
    await client.query('select 1 from es.shard limit 1');
    return new Snapshot(service, client);
  }

  async rows<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.client.query(sql, params)).rows as T[];
  }

  async has(table: string): Promise<boolean> {
    const [row] = await this.rows<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
    return row!.there;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
