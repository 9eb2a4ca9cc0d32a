import type { DelegationRevoked, DutyDelegated, ProxyAppointed, ProxyRevoked } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

interface Passed {
  id: string;
  kind: 'delegation' | 'proxy';
  giver: string;
  taker: string;
  territory: string;
  actions: string[];
  starts_at: string;
  expires_at: string;
  told: { role: string } | { kind: string; consent: string };
}

const PASSED: Record<string, (data: never) => Passed> = {
  DutyDelegated: ({ delegationId, from, to, role, territory, actions, startsAt, expiresAt }: DutyDelegated) => ({
    ...{ id: delegationId, kind: 'delegation', giver: from, taker: to, territory, actions },
    ...{ starts_at: startsAt, expires_at: expiresAt, told: { role } },
  }),
  ProxyAppointed: ({ proxyId, actorId, territory, kind, consent, actions, startsAt, expiresAt }: ProxyAppointed) => ({
    ...{ id: proxyId, kind: 'proxy', giver: territory, taker: actorId, territory, actions },
    ...{ starts_at: startsAt, expires_at: expiresAt, told: { kind, consent } },
  }),
};

/** What was passed on, and until when: all of one stands on its own stream. */
export const delegations: Projection = {
  name: 'delegations',
  source: 'oversight',
  handles: [...Object.keys(PASSED), 'DelegationRevoked', 'ProxyRevoked'],
  async apply(tx, records) {
    await pass(
      tx,
      records.flatMap(({ type, data }) => PASSED[type]?.(data as never) ?? []),
    );
    await revoke(
      tx,
      records.filter(({ type }) => !(type in PASSED)),
    );
  },
};

async function pass(tx: Tx, rows: Passed[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into oversight.passed_on (id, kind, giver, taker, territory, actions, starts_at, expires_at, told)
     select id, kind, giver, taker, territory, actions, starts_at, expires_at, told
     from json_populate_recordset(null::oversight.passed_on, $1::json) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function revoke(tx: Tx, records: Pick<EventRecord, 'at' | 'data'>[]): Promise<void> {
  for (const { at, data } of records) {
    const { delegationId, proxyId } = data as Partial<DelegationRevoked & ProxyRevoked>;
    await tx.query('update oversight.passed_on set revoked_at = $2 where id = $1', [delegationId ?? proxyId, at]);
  }
}
