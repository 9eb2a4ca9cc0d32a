import type { ServiceRuntime } from '@baogong/commanding';
import type { Territory } from '@baogong/kernel';
import { SupplyOfferRow } from './supply-offer.entity.js';

export interface OffersPage {
  places: Territory[];
  after: string;
  limit: number;
}

/** One row more than asked for, when there is one: it tells of a next page. */
export function supplyOffersIn(
  { dataSource }: Pick<ServiceRuntime, 'dataSource'>,
  { places, after, limit }: OffersPage,
): Promise<SupplyOfferRow[]> {
  return dataSource
    .getRepository(SupplyOfferRow)
    .createQueryBuilder('offer')
    .where('offer.offerId > :after', { after })
    .andWhere(NEAR, { places })
    .orderBy('offer.offerId')
    .limit(limit + 1)
    .getMany();
}

const NEAR = `exists (select 1 from unnest(cast(:places as text[])) as place
  where offer.territory = place or starts_with(offer.territory, place || '/'))`;
