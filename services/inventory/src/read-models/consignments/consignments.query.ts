import type { ServiceRuntime } from '@baogong/commanding';
import type { Sight } from '../../application/reading.js';
import { ConsignmentRow } from './consignment.entity.js';

export function consignmentsIn(
  { dataSource }: Pick<ServiceRuntime, 'dataSource'>,
  { sights, after, limit }: { sights: Sight[]; after: string; limit: number },
): Promise<ConsignmentRow[]> {
  return dataSource
    .getRepository(ConsignmentRow)
    .createQueryBuilder('load')
    .where('load.consignmentId > :after', { after })
    .andWhere(IN_SIGHT, {
      places: sights.map(({ territory }) => territory),
      organisations: sights.map(({ organisation }) => organisation ?? null),
    })
    .orderBy('load.consignmentId')
    .limit(limit + 1)
    .getMany();
}

const IN_SIGHT = `exists (
  select 1 from unnest(cast(:places as text[]), cast(:organisations as text[])) as sight(place, organisation)
  where (load.territory = place or starts_with(load.territory, place || '/'))
    and (organisation is null or organisation in (load.supplier, load.consignee)))`;
