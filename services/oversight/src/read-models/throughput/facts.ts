import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

export const STAGES = ['requested', 'granted', 'shorted', 'counted', 'packed', 'handedOver', 'cancelled'] as const;
export type Stage = (typeof STAGES)[number];

export interface Fact {
  stage: Stage;
  subject: string;
  /** Empty where a parcel was weighed as a whole. */
  offerId: string;
  community: string;
  hour: string;
  pieces: number;
  /** Null where the event tells no weight: the offer's weight is looked up when somebody asks. */
  grams: number | null;
}

const HOUR_LENGTH = '2026-01-01T00'.length;

export function factOf({ community, at }: EventRecord, fact: Omit<Fact, 'community' | 'hour'>): Fact {
  return { ...fact, community, hour: at.slice(0, HOUR_LENGTH) };
}

/** Sums, so that a second shortfall of one order and offer adds to the first; a row keeps its earliest hour. */
export async function addFacts(tx: Tx, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.query(
    `insert into oversight.stage_fact (stage, subject, offer_id, community, hour, pieces, grams)
     select f.stage, f.subject, f."offerId", min(f.community), min(f.hour), sum(f.pieces), sum(f.grams)
     from json_to_recordset($1::json) as f(stage text, subject text, "offerId" text, community text, hour text,
       pieces bigint, grams bigint)
     group by f.stage, f.subject, f."offerId"
     on conflict (stage, subject, offer_id) do update set
       pieces = stage_fact.pieces + excluded.pieces, grams = stage_fact.grams + excluded.grams,
       hour = least(stage_fact.hour, excluded.hour)`,
    [JSON.stringify(facts)],
  );
}
