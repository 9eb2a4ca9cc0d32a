import { freshDatabase } from '@baogong/testing';
import { HouseholdKeys } from './household-keys.js';

describe('the keys of households', () => {
  it('have their place made by whichever of several replicas comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const database = await freshDatabase('household_keys');
      const opening = Array.from({ length: 8 }, () => HouseholdKeys.at(database.ownerUrl, new Uint8Array(32)));
      const failed = (await Promise.allSettled(opening)).filter(({ status }) => status === 'rejected');
      await database.drop();
      expect(failed).toEqual([]);
    }
  });
});
