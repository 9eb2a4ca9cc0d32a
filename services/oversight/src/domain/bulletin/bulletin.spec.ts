import { specificationOf } from '@baogong/decider';
import { bulletin, type BulletinCommand, type SealedPage } from './bulletin.js';

const { given } = specificationOf(bulletin);
const by = (role: string) => ({ actor: 'a', role, organisation: 'a', households: [] });
const at = '2026-04-17T00:00:00.000Z';

const page = (day: string, digest: string, previous: SealedPage['previous'] = null): SealedPage => ({
  ...{ form: 'f', territory: 'd-a/c-b', day, madeAt: at, previous, content: {}, digest },
});
const publish = (sealed: SealedPage, more: Partial<BulletinCommand> = {}): BulletinCommand => ({
  ...{ type: 'PublishBulletin', at, by: by('residents-committee') },
  data: { page: sealed, overAt: `${sealed.day}T16:00:00.000Z` },
  ...more,
});
const published = (sealed: SealedPage) => ({ type: 'BulletinPublished' as const, at, data: sealed });

const first = page('2026-04-15', 'one');
const second = page('2026-04-16', 'two', { day: '2026-04-15', digest: 'one' });

describe('publishing a bulletin', () => {
  it('N17: follows the page before it', () => {
    given().when(publish(first)).then(published(first));
    given(published(first)).when(publish(second)).then(published(second));
  });

  it('N17: never changes a day that is published, nor puts one before it', () => {
    given(published(first)).when(publish(first)).thenRejected('already-published');
    given(published(first), published(second))
      .when(publish(page('2026-04-15', 'x')))
      .thenRejected('later-day-published');
  });

  it('N17: is refused where another page came between', () =>
    given(published(first))
      .when(publish(page('2026-04-16', 'two')))
      .thenRejected('chain-moved'));

  it('waits for the end of the day', () =>
    given()
      .when(publish(page('2026-04-17', 'x')))
      .thenRejected('day-not-over'));

  it('is of a community that somebody works in', () =>
    given()
      .when(publish(first, { data: { overAt: at } }))
      .thenRejected('unknown-community'));

  it('goes back a month, but for the timer that catches up', () => {
    const old = page('2026-01-01', 'x');
    given().when(publish(old)).thenRejected('day-long-past');
    given()
      .when(publish(old, { by: by('system') }))
      .then(published(old));
  });
});
