import type {
  DelegationRevoked,
  DutyDelegated,
  DutyMatrixActivated,
  LocalParameterSet,
  PolicyIssued,
  PostureSwitched,
  ProxyAppointed,
  ProxyRevoked,
  RiskLevelSet,
  RoleGranted,
  RoleWithdrawn,
} from '@baogong/contracts';
import { unpackMatrix, type PackedMatrix } from '@baogong/duties';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import type { MatrixCheck } from './matrix-seal.js';

const NEXT = 'update authority.change set seq = seq + 1 returning seq';

/** A right of any origin: granted, delegated by another actor, or given by a household to its proxy. */
interface Right {
  id: string;
  actor: string;
  role: string;
  territory: string;
  organisation?: string;
  actions?: string[];
  startsAt?: string;
  expiresAt?: string;
  delegatedBy?: string;
}

const RIGHTS: Record<string, (data: never) => Right> = {
  RoleGranted: ({ grantId, actorId, ...right }: RoleGranted) => ({ ...right, id: grantId, actor: actorId }),
  DutyDelegated: ({ delegationId, from, to, ...right }: DutyDelegated) => ({
    ...right,
    id: delegationId,
    actor: to,
    delegatedBy: from,
  }),
  ProxyAppointed: ({ proxyId, actorId, territory, actions, startsAt, expiresAt }: ProxyAppointed) => ({
    ...{ territory, actions, startsAt, expiresAt },
    id: proxyId,
    actor: actorId,
    role: 'resident',
  }),
};

const ENDS: Record<string, (data: never) => Pick<Right, 'id' | 'actor'>> = {
  RoleWithdrawn: ({ grantId, actorId }: RoleWithdrawn) => ({ id: grantId, actor: actorId }),
  DelegationRevoked: ({ delegationId, to }: DelegationRevoked) => ({ id: delegationId, actor: to }),
  ProxyRevoked: ({ proxyId, actorId }: ProxyRevoked) => ({ id: proxyId, actor: actorId }),
};

const DOCUMENTS = ['DutyMatrixActivated', 'PostureSwitched', 'RiskLevelSet'];
const POLICIES = ['PolicyIssued', 'LocalParameterSet'];

export interface AuthorityProjectionOptions {
  applied?(): void;
  isGenuine?: MatrixCheck;
  /** A matrix that is not the district's own: it is left out. */
  refused?(record: EventRecord): void;
}

/** Every row is a fold that does not depend on the order across shards: a withdrawal seen before its grant holds. */
export function authorityProjection(options: AuthorityProjectionOptions = {}): Projection {
  const { applied } = options;
  return {
    name: 'authority',
    source: 'oversight',
    handles: [...Object.keys(RIGHTS), ...Object.keys(ENDS), ...DOCUMENTS, ...POLICIES],
    async apply(tx, records) {
      const [change] = await tx.query<{ seq: string }>(NEXT);
      const seq = change!.seq;
      await grant(tx, seq, translated(records, RIGHTS));
      await withdraw(tx, seq, translated(records, ENDS));
      for (const record of records) {
        if (record.type === 'DutyMatrixActivated') await activate(tx, seq, { record, ...options });
        if (record.type === 'PostureSwitched') await turn(tx, seq, record);
        if (record.type === 'RiskLevelSet') await setRisk(tx, seq, record);
        if (POLICIES.includes(record.type)) await issue(tx, seq, record);
      }
    },
    ...(applied && { applied }),
  };
}

function translated<T>(records: EventRecord[], table: Record<string, (data: never) => T>): T[] {
  return records.flatMap(({ type, data }) => {
    const translate = table[type];
    return translate ? [translate(data as never)] : [];
  });
}

async function grant(tx: Tx, seq: string, rights: Right[]): Promise<void> {
  if (rights.length === 0) return;
  await tx.query(
    `insert into authority.role_grant
       (grant_id, actor, role, territory, organisation, expires_at, actions, starts_at, delegated_by, seq)
     select distinct on (g.id) g.id, g.actor, g.role, g.territory, g.organisation, g."expiresAt", g.actions,
       g."startsAt", g."delegatedBy", $2::bigint
     from json_to_recordset($1::json) as g(id text, actor text, role text, territory text,
       organisation text, "expiresAt" text, actions json, "startsAt" text, "delegatedBy" text)
     on conflict (grant_id) do update set actor = excluded.actor, role = excluded.role,
       territory = excluded.territory, organisation = excluded.organisation, expires_at = excluded.expires_at,
       actions = excluded.actions, starts_at = excluded.starts_at, delegated_by = excluded.delegated_by,
       seq = excluded.seq`,
    [JSON.stringify(rights), seq],
  );
}

async function withdraw(tx: Tx, seq: string, ended: Pick<Right, 'id' | 'actor'>[]): Promise<void> {
  if (ended.length === 0) return;
  await tx.query(
    `insert into authority.role_grant (grant_id, actor, withdrawn, seq)
     select distinct on (g.id) g.id, g.actor, true, $2::bigint
     from json_to_recordset($1::json) as g(id text, actor text)
     on conflict (grant_id) do update set withdrawn = true, seq = excluded.seq`,
    [JSON.stringify(ended), seq],
  );
}

interface Activation extends AuthorityProjectionOptions {
  record: EventRecord;
}

async function activate(tx: Tx, seq: string, { record, isGenuine, refused }: Activation): Promise<void> {
  const { signature, ...document } = record.data as DutyMatrixActivated;
  if (isGenuine && !isGenuine(record.data as DutyMatrixActivated)) return refused?.(record);
  const { version, edition, rules, texts } = unpackMatrix(document as PackedMatrix);
  await tx.query(
    `insert into authority.duty_matrix (version, edition, rules, texts, signature, seq)
     values ($1, $2, $3::json, $4::json, $5, $6)
     on conflict (version) do update set edition = excluded.edition, rules = excluded.rules, texts = excluded.texts,
       signature = excluded.signature, seq = excluded.seq`,
    [
      ...[version, edition ?? null, JSON.stringify(rules)],
      ...[texts === undefined ? null : JSON.stringify(texts), signature ?? null, seq],
    ],
  );
}

/** Of two for one place the later counts, whichever arrives first. */
const LATER = (table: string) =>
  `where (${table}.at, ${table}.shard, ${table}.pos) < (excluded.at, excluded.shard, excluded.pos)`;

async function turn(tx: Tx, seq: string, { data, at, shard, pos }: EventRecord): Promise<void> {
  const { posture, territory, rationing, incident } = data as PostureSwitched;
  await tx.query(
    `insert into authority.posture (territory, posture, rationing, incident, at, shard, pos, seq)
     values ($1, $2, $3::json, $4, $5, $6, $7, $8)
     on conflict (territory) do update set posture = excluded.posture, rationing = excluded.rationing,
       incident = excluded.incident, at = excluded.at, shard = excluded.shard, pos = excluded.pos, seq = excluded.seq
     ${LATER('posture')}`,
    [territory, posture, rationing ? JSON.stringify(rationing) : null, incident ?? null, at, shard, pos, seq],
  );
}

async function setRisk(tx: Tx, seq: string, { data, at, shard, pos }: EventRecord): Promise<void> {
  const { level, territory } = data as RiskLevelSet;
  await tx.query(
    `insert into authority.risk (territory, level, at, shard, pos, seq) values ($1, $2, $3, $4, $5, $6)
     on conflict (territory) do update set level = excluded.level, at = excluded.at, shard = excluded.shard,
       pos = excluded.pos, seq = excluded.seq
     ${LATER('risk')}`,
    [territory, level, at, shard, pos, seq],
  );
}

async function issue(tx: Tx, seq: string, { data }: EventRecord): Promise<void> {
  const { version, territory, parentVersion, keeps, effectiveFrom, effectiveTo, clauses, source } = data as
    PolicyIssued | LocalParameterSet;
  await tx.query(
    `insert into authority.policy (version, territory, parent_version, keeps, effective_from, effective_to, clauses, source, seq)
     values ($1, $2, $3, $4::json, $5, $6, $7::json, $8::json, $9)
     on conflict (district, version) do update set territory = excluded.territory,
       parent_version = excluded.parent_version, keeps = excluded.keeps, effective_from = excluded.effective_from,
       effective_to = excluded.effective_to, clauses = excluded.clauses, source = excluded.source, seq = excluded.seq`,
    [
      ...[version, territory, parentVersion, JSON.stringify(keeps), effectiveFrom, effectiveTo ?? null],
      ...[JSON.stringify(clauses), JSON.stringify(source), seq],
    ],
  );
}
