import type { ServiceRuntime } from '@baogong/commanding';
import { placeWithoutHome, type Territory } from '@baogong/kernel';

/** Which of these homes are in a building where goods are handed over without contact. */
export async function contactlessAmong(
  { dataSource }: Pick<ServiceRuntime, 'dataSource'>,
  homes: readonly Territory[],
): Promise<(home: Territory) => boolean> {
  const places = [...new Set(homes.map(placeWithoutHome))];
  const rows: { place: string }[] = await dataSource.query(
    'select place from read.instruction where contactless and place = any($1::text[])',
    [places],
  );
  const contactless = new Set(rows.map(({ place }) => place));
  return (home) => contactless.has(placeWithoutHome(home));
}
