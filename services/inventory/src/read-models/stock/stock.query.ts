import type { ServiceRuntime } from '@baogong/commanding';
import type { Sight } from '../../application/reading.js';
import { StockRow } from './stock.entity.js';

export function stockIn(
  { dataSource }: Pick<ServiceRuntime, 'dataSource'>,
  { sights, after, limit }: { sights: Sight[]; after: string; limit: number },
): Promise<StockRow[]> {
  return dataSource
    .getRepository(StockRow)
    .createQueryBuilder('stock')
    .where('stock.offerId > :after', { after })
    .andWhere(IN_SIGHT, {
      places: sights.map(({ territory }) => territory),
      organisations: sights.map(({ organisation }) => organisation ?? null),
    })
    .orderBy('stock.offerId')
    .limit(limit + 1)
    .getMany();
}

const IN_SIGHT = `exists (
  select 1 from unnest(cast(:places as text[]), cast(:organisations as text[])) as sight(place, organisation)
  where (stock.territory = place or starts_with(stock.territory, place || '/'))
    and (organisation is null or organisation = stock.supplier))`;
