import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

const ENDED_BY = ['DutyStarted', 'DutyForestalled', 'DutyDropped'];

/** Which events say that something would be a duty in another posture, or is none any more. */
export const NOTES = ['DutyNoted', 'DutyForestalled', 'DutyDropped'];

/** All of one obligation stand on its stream: the last word counts. */
export async function keepNoted(tx: Tx, records: EventRecord[]): Promise<void> {
  const last = new Map<string, string | null>();
  for (const { type, data } of records) {
    const { obligationId, territory = '' } = data as { obligationId: string; territory?: string };
    if (type === 'DutyNoted') last.set(obligationId, territory);
    if (ENDED_BY.includes(type)) last.set(obligationId, null);
  }
  const of = (isNoted: boolean) => [...last].filter(([, territory]) => (territory !== null) === isNoted);
  const [noted, ended] = [of(true), of(false).map(([id]) => id)];
  if (ended.length > 0)
    await tx.query('delete from oversight.noted_duty where obligation_id = any($1::text[])', [ended]);
  if (noted.length === 0) return;
  await tx.query(
    `insert into oversight.noted_duty select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [noted.map(([id]) => id), noted.map(([, territory]) => territory)],
  );
}
