import type { ServiceRuntime } from '@baogong/commanding';
import type { CursorPart } from '@baogong/http';
import { ParcelEntity } from './parcel.entity.js';
import type { Sight } from '../../application/reading.js';

export interface WorkListAsk {
  sight: Sight;
  building?: string;
  status?: string;
  place?: string;
  householdId?: string;
  after: CursorPart[] | undefined;
  limit: number;
}

/** Oldest first; one more than asked for tells that there is a next page. */
export function parcelsIn(
  { dataSource }: Pick<ServiceRuntime, 'dataSource'>,
  ask: WorkListAsk,
): Promise<ParcelEntity[]> {
  const { sight, building, status, place, householdId, after, limit } = ask;
  const equal = { building, status, place, householdId };
  const query = dataSource
    .getRepository(ParcelEntity)
    .createQueryBuilder('parcel')
    // An empty text is no place and no household: it keeps the lists from being empty, which SQL cannot write.
    .where(VISIBLE, { places: ['', ...sight.places], households: ['', ...sight.households] })
    .orderBy('parcel.plannedAt')
    .addOrderBy('parcel.parcelId')
    .limit(limit + 1);
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) query.andWhere(`parcel.${column} = :${column}`, { [column]: value });
  }
  if (after) query.andWhere('(parcel.plannedAt, parcel.parcelId) > (:at, :id)', { at: after[0], id: after[1] });
  return query.getMany();
}

const VISIBLE = `(parcel.householdId in (:...households) or exists (
  select 1 from unnest(array[:...places]::text[]) as sight(place)
  where parcel.territory = sight.place or (sight.place <> '' and starts_with(parcel.territory, sight.place || '/'))))`;
