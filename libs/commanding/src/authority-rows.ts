import type { Action, DutyMatrix, Posture, RiskLevel, Role } from '@baogong/duties';
import type { Pool } from '@baogong/event-store';
import type { Clause, Standing, Territory } from '@baogong/kernel';
import type { Grant, Rationing } from './types.js';

export interface Changes {
  seq: string;
  /** Without a grant where it has ended. */
  grants: { actor: string; grantId: string; grant?: Grant }[];
  matrix?: DutyMatrix;
  postures: { territory: Territory; posture: Posture; rationing?: Rationing; incident?: string }[];
  risks: { territory: Territory; level: RiskLevel }[];
  policies: CopiedPolicy[];
}

/** Without clauses where it was copied before they were part of the copy. */
export interface CopiedPolicy extends Standing {
  clauses?: readonly Clause[];
  source?: { title: string; article: string };
}

interface GrantRow {
  grant_id: string;
  actor: string;
  role: Role | null;
  territory: string | null;
  organisation: string | null;
  expires_at: string | null;
  actions: Action[] | null;
  starts_at: string | null;
  delegated_by: string | null;
  withdrawn: boolean;
}
interface MatrixRow {
  version: number;
  edition: number | null;
  rules: DutyMatrix['rules'];
  texts: DutyMatrix['texts'] | null;
}
type PostureRow = { territory: string; posture: Posture; rationing: Rationing | null; incident: string | null };
type RiskRow = { territory: string; level: RiskLevel };
interface PolicyRow {
  version: number;
  territory: string;
  parent_version: number;
  keeps: number[];
  effective_from: string;
  effective_to: string | null;
  clauses: Clause[] | null;
  source: { title: string; article: string } | null;
}

interface Rows {
  seq: string;
  grants: GrantRow[];
  matrix: MatrixRow | null;
  postures: PostureRow[];
  risks: RiskRow[];
  policies: PolicyRow[];
}

const ROWS = (table: string) => `(select coalesce(json_agg(r), '[]') from authority.${table} r where r.seq > $1)`;
/** One statement sees one moment: of what was committed together no part can be missing. */
const ALL = `select seq, ${ROWS('role_grant')} as grants, ${ROWS('posture')} as postures, ${ROWS('risk')} as risks,
    ${ROWS('policy')} as policies, (select to_json(m) from (select version, edition, rules, texts from authority.duty_matrix
      where seq > $1 order by version desc limit 1) m) as matrix
  from authority.change`;

/** What the tables have gained since; undefined where nothing was added. */
export async function changesSince(pool: Pool, since: string): Promise<Changes | undefined> {
  const head = await pool.query<{ seq: string }>('select seq from authority.change');
  if (head.rows[0] === undefined || head.rows[0].seq === since) return undefined;
  const { rows } = await pool.query<Rows>(ALL, [since]);
  const { seq, grants, matrix, postures, risks, policies } = rows[0]!;
  return {
    seq,
    grants: grants.map((row) => ({ actor: row.actor, grantId: row.grant_id, ...grantIn(row) })),
    ...(matrix ? { matrix: matrixIn(matrix) } : {}),
    postures: postures.map(({ territory, posture, rationing, incident }) => ({
      territory,
      posture,
      ...known({ rationing, incident }),
    })),
    risks: risks.map(({ territory, level }) => ({ territory, level })),
    policies: policies.map(policyIn),
  };
}

function matrixIn({ version, edition, rules, texts }: MatrixRow): DutyMatrix {
  return { version, ...known({ edition }), rules, ...known({ texts }) };
}

function policyIn({ parent_version, keeps, effective_from, effective_to, ...row }: PolicyRow): CopiedPolicy {
  const { version, territory, clauses, source } = row;
  const more = known({ effectiveTo: effective_to, clauses, source });
  return { version, territory, parentVersion: parent_version, keeps, effectiveFrom: effective_from, ...more };
}

function grantIn(row: GrantRow): { grant?: Grant } {
  const { grant_id: grantId, actor, role, territory, withdrawn, organisation, actions } = row;
  if (withdrawn || role === null || territory === null) return {};
  const more = known({
    organisation,
    actions,
    startsAt: row.starts_at,
    expiresAt: row.expires_at,
    delegatedBy: row.delegated_by,
  });
  return { grant: { grantId, actor, role, territory, ...more } };
}

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> };

function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<T>;
}
