import { conversationWith } from '../conversation.js';
import { roundClosing, type RoundClosingHears } from './round-closing.process.js';

const names = { roundId: 'r1', territory: 'd-pudong/s-weifang/c-y' };
const closed: RoundClosingHears = { kind: 'round-closed', ...names };
const fixed = (demand: Record<string, number>): RoundClosingHears => ({ kind: 'requests-fixed', ...names, demand });
const counted = (accepted: Record<string, number>): RoundClosingHears => ({
  kind: 'goods-counted',
  ...names,
  accepted,
});
const allocation = (supply: Record<string, number>) => ({ action: 'AllocateRound', data: { roundId: 'r1', supply } });
const talk = () => conversationWith(roundClosing);

describe('the closing of a round', () => {
  it('fixes the requests, waits for the count of everything asked for, and allocates', () =>
    void talk()
      .hears(closed)
      .says({ action: 'FixRequests', data: { roundId: 'r1' } })
      .hears(fixed({ veg: 30, egg: 10 }))
      .saysNothing()
      .hears(counted({ veg: 20 }))
      .saysNothing()
      .hears(counted({ egg: 10 }))
      .says(allocation({ veg: 20, egg: 10 })));
  it('adds up what several consignments bring', () =>
    void talk()
      .hears(fixed({ veg: 30, egg: 1 }))
      .hears(counted({ veg: 20 }))
      .hears(counted({ veg: 5 }))
      .saysNothing()
      .hears(counted({ egg: 1 }))
      .says(allocation({ veg: 25, egg: 1 })));
  it('understands a count that arrives before the requests are fixed', () =>
    void talk()
      .hears(counted({ veg: 20 }))
      .saysNothing()
      .hears(fixed({ veg: 30 }))
      .says(allocation({ veg: 20 })));
  it('S43: allocates nothing at once where nobody asked for anything', () =>
    void talk().hears(closed).hears(fixed({})).says(allocation({})));
  it('allocates once, whatever is counted later', () =>
    void talk()
      .hears(fixed({ veg: 1 }))
      .hears(counted({ veg: 1 }))
      .hears(counted({ veg: 9 }))
      .saysNothing());
});
