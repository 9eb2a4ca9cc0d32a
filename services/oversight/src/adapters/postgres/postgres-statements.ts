import { openSealed, seal, type HouseholdKeys } from '@baogong/event-store';
import type { OfCase, Statement, Statements } from '../../application/case-parts.js';
import type { Runtime } from '../../application/runtime.js';

type StatementRow = Omit<Statement, 'words'> & {
  words: string | null;
  subject: string;
  nonce: Buffer;
  sealed: Buffer;
};
type PlainRow = { case_id: string; ordinal: number; words: string; household_id: string | null };

/** Sealed with the key of the household; with one of the case, where the case is of no household. */
export class PostgresStatements implements Statements {
  constructor(
    private readonly pool: Pick<Runtime['pool'], 'query'>,
    private readonly keys: () => Promise<HouseholdKeys>,
  ) {}

  async add(of: OfCase, { ordinal, side, at, words }: Statement): Promise<void> {
    const found = await this.sealed(of, ordinal, words);
    if (!found) return; // erased: a late repetition brings nothing back
    await this.pool.query(
      `insert into oversight.statement (case_id, ordinal, side, at, subject, nonce, sealed)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_id, ordinal) do nothing`,
      [of.caseId, ordinal, side, at, subjectOf(of), found.nonce, found.sealed],
    );
  }

  async of(caseId: string): Promise<Statement[]> {
    const { rows } = await this.pool.query<StatementRow>(
      `select ordinal, side, at, words, subject, nonce, sealed from oversight.statement where case_id = $1
       order by ordinal`,
      [caseId],
    );
    const read = await Promise.all(rows.map((row) => this.read(caseId, row)));
    return read.filter((statement) => statement !== undefined);
  }

  async sealPlain(): Promise<void> {
    const { rows } = await this.pool.query<PlainRow>(
      `select s.case_id, s.ordinal, s.words, c.household_id from oversight.statement s
       join oversight.feedback_case c using (case_id) where s.words is not null`,
    );
    for (const { case_id: caseId, ordinal, words, household_id } of rows) {
      const of = { caseId, ...(household_id === null ? {} : { householdId: household_id }) };
      const found = await this.sealed(of, ordinal, words);
      await this.pool.query(
        found
          ? `update oversight.statement set words = null, subject = $3, nonce = $4, sealed = $5
             where case_id = $1 and ordinal = $2 and words is not null`
          : 'delete from oversight.statement where case_id = $1 and ordinal = $2',
        [caseId, ordinal, ...(found ? [subjectOf(of), found.nonce, found.sealed] : [])],
      );
    }
  }

  private async sealed(of: OfCase, ordinal: number, words: string) {
    const found = await (await this.keys()).makeKey(subjectOf(of));
    return found && seal(found.key, labelOf(of.caseId, ordinal), Buffer.from(words));
  }

  private async read(caseId: string, row: StatementRow): Promise<Statement | undefined> {
    const { ordinal, side, at, words, subject } = row;
    if (words !== null) return { ordinal, side, at, words };
    const found = await (await this.keys()).keyFor(subject);
    if (!found) return undefined;
    return { ordinal, side, at, words: openSealed(found.key, labelOf(caseId, ordinal), row).toString() };
  }
}

/** These are the storage format. */
const subjectOf = ({ caseId, householdId }: OfCase): string => householdId ?? `case:${caseId}`;
const labelOf = (caseId: string, ordinal: number): string => `${caseId}/${ordinal}`;
