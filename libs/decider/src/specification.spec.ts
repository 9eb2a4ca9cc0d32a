import { accept, reject, type Decider } from './decider.js';
import { specificationOf } from './specification.js';

interface Switched {
  type: 'Switched';
  at: string;
}
const lamp: Decider<boolean, { type: 'Switch'; at: string }, Switched, 'already-on'> = {
  initial: false,
  decide: ({ at }, on) => (on ? reject('already-on') : accept({ type: 'Switched', at })),
  evolve: () => true,
};
const at = '2026-01-01T00:00:00.000Z';
const { given } = specificationOf(lamp);

describe('the specification of a decider', () => {
  it('passes where the decision is as told', () => given().when({ type: 'Switch', at }).then({ at, type: 'Switched' }));
  it('passes where the refusal is as told', () =>
    given({ type: 'Switched', at }).when({ type: 'Switch', at }).thenRejected('already-on'));
  it('fails where an event is missing', () =>
    expect(() => given().when({ type: 'Switch', at }).thenNothing()).toThrow('Switched'));
  it('fails where a refusal was expected', () =>
    expect(() => given().when({ type: 'Switch', at }).thenRejected('already-on')).toThrow('already-on'));
});
