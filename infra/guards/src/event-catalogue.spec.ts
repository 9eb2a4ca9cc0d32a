import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventCatalogue } from './event-catalogue.js';

describe('the event catalogue', () => {
  it('is as the contracts are', () =>
    expect(readFileSync(resolve(import.meta.dirname, '../../../docs/domain/events.md'), 'utf8')).toBe(
      eventCatalogue(),
    ));
});
