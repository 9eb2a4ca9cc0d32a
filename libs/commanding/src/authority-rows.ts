import type { Action, DutyMatrix, Posture, RiskLevel, Role } from '@baogong/duties';
import type { Pool } from '@baogong/event-store';
import type { Standing, Territory } from '@baogong/kernel';
import type { Grant, Rationing } from './types.js';

export interface Changes {
  seq: string;
  /** Without a grant where it has ended. */
  grants: { actor: string; grantId: string; grant?: Grant }[];
  matrix?: DutyMatrix;
  postures: { territory: Territory; posture: Posture; rationing?: Rationing; incident?: string }[];
  risks: { territory: Territory; level: RiskLevel }[];
  policies: Standing[];
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
}

/** What the tables have gained since; all of it by one statement each, and undefined where nothing was added. */
export async function changesSince(pool: Pool, since: string): Promise<Changes | undefined> {
  const head = await pool.query<{ seq: string }>('select seq from authority.change');
  const seq = head.rows[0]?.seq;
  if (seq === undefined || seq === since) return undefined;
  const rows = <T extends object>(sql: string) => pool.query<T>(sql, [since]).then((result) => result.rows);
  const [grants, [matrix], postures, risks, policies] = await Promise.all([
    rows<GrantRow>('select * from authority.role_grant where seq > $1'),
    rows<MatrixRow>('select * from authority.duty_matrix where seq > $1 order by version desc limit 1'),
    rows<PostureRow>('select * from authority.posture where seq > $1'),
    rows<RiskRow>('select * from authority.risk where seq > $1'),
    rows<PolicyRow>('select * from authority.policy where seq > $1'),
  ]);
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
    policies: policies.map(standingIn),
  };
}

function matrixIn({ version, edition, rules, texts }: MatrixRow): DutyMatrix {
  return { version, ...known({ edition }), rules, ...known({ texts }) };
}

function standingIn({ parent_version, keeps, effective_from, effective_to, ...row }: PolicyRow): Standing {
  const { version, territory } = row;
  const effectiveTo = known({ effectiveTo: effective_to });
  return { version, territory, parentVersion: parent_version, keeps, effectiveFrom: effective_from, ...effectiveTo };
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
