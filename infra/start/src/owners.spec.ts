import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOf, RESOURCES } from './owners.js';

const document = join(import.meta.dirname, '../../../docs/openapi.json');
const { paths } = JSON.parse(readFileSync(document, 'utf8')) as { paths: Record<string, unknown> };

describe('the owners of resources', () => {
  it('are known for every path of the interface, and for nothing that is gone', () => {
    expect(Object.keys(paths).filter((path) => ownerOf(path) === undefined)).toEqual([]);
    const segments = Object.keys(paths).map((path) => path.split('/').slice(3));
    const inUse = new Set(segments.flatMap(([first, second]) => [first, `${first}/${second}`]));
    expect(
      Object.values(RESOURCES)
        .flat()
        .filter((resource) => !inUse.has(resource)),
    ).toEqual([]);
  });

  it('are unknown for what is not listed', () => {
    expect(ownerOf('/api/v1/secrets/1')).toBeUndefined();
    expect(ownerOf('/api/v1/parked/secrets')).toBeUndefined();
    expect(ownerOf('/api/v1/parked')).toBeUndefined();
  });

  it('are told by the second segment where every service has such a thing', () =>
    expect(ownerOf('/api/v1/parked/inventory/stock.inventory.3.17/replay')).toBe('inventory'));
});
