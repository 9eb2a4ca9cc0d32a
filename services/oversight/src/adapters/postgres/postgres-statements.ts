import type { Statement, Statements } from '../../application/case-parts.js';
import type { Runtime } from '../../application/runtime.js';

export class PostgresStatements implements Statements {
  constructor(private readonly pool: Pick<Runtime['pool'], 'query'>) {}

  async add(caseId: string, { ordinal, side, at, words }: Statement): Promise<void> {
    await this.pool.query(
      `insert into oversight.statement (case_id, ordinal, side, at, words) values ($1, $2, $3, $4, $5)
       on conflict (case_id, ordinal) do nothing`,
      [caseId, ordinal, side, at, words],
    );
  }

  async of(caseId: string): Promise<Statement[]> {
    const { rows } = await this.pool.query<Statement>(
      'select ordinal, side, at, words from oversight.statement where case_id = $1 order by ordinal',
      [caseId],
    );
    return rows;
  }
}
