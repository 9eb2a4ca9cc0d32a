import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { HouseholdKeys } from './household-keys.js';

const at = '2026-04-15T02:00:00.000Z';
const masters = { persons: new Uint8Array(32).fill(1), words: new Uint8Array(32).fill(2) };

describe('the keys of households', () => {
  it('have their place made by whichever of several replicas comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const database = await freshDatabase('household_keys');
      const opening = Array.from({ length: 8 }, () => open(database, 'persons'));
      const failed = (await Promise.allSettled(opening)).filter(({ status }) => status === 'rejected');
      await database.drop();
      expect(failed).toEqual([]);
    }
  });

  it('S78 N12: are destroyed for every purpose at once, and none is made again', async () => {
    const database = await freshDatabase('household_keys');
    try {
      const [persons, words] = [await open(database, 'persons'), await open(database, 'words')];
      const made = [await persons.makeKey('h1'), await words.makeKey('h1')];
      expect(await words.makeKey('h1')).toEqual(made[1]);
      expect(made[0]!.key.equals(made[1]!.key)).toBe(false);
      const kept = await words.makeKey('h2');
      await persons.destroy('h1', at);
      await persons.destroy('h3', at);
      for (const gone of ['h1', 'h3']) {
        expect(await persons.makeKey(gone)).toBeUndefined();
        expect(await words.makeKey(gone)).toBeUndefined();
      }
      expect(await words.keyFor('h2')).toEqual(kept);
    } finally {
      await database.drop();
    }
  });

  it('open with the master of their purpose only', async () => {
    const database = await freshDatabase('household_keys');
    try {
      await (await open(database, 'words')).makeKey('h1');
      const foreign = await HouseholdKeys.at(database.ownerUrl, { master: masters.persons, purpose: 'words' });
      await expect(foreign.keyFor('h1')).rejects.toThrow();
    } finally {
      await database.drop();
    }
  });
});

const open = ({ ownerUrl }: FreshDatabase, purpose: keyof typeof masters) =>
  HouseholdKeys.at(ownerUrl, { master: masters[purpose], purpose });
