import pg from 'pg';

export type Rows<T> = Promise<T[]>;
/** Addresses for their owner, by service. */
export type Databases = Record<string, string>;

export async function query<T extends object>(url: string, text: string, params: unknown[]): Rows<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, params)).rows;
  } finally {
    await client.end();
  }
}
