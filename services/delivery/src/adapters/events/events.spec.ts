import { deliveryContracts, ordersContracts } from '@baogong/contracts';
import type { StoredEvent } from '@baogong/event-store';
import { parcelPlanning } from '../../domain/parcel-planning/parcel-planning.process.js';
import type { ParcelCommand } from '../../domain/parcel/messages.js';
import { parcel } from '../../domain/parcel/parcel.js';
import { orderNews, ORDER_SOURCES } from './order-news.js';
import { eventTypes, published } from './published.js';

const at = deliveryContracts.ParcelPlanned.example.windowFrom;
const stored = (type: string, data: unknown) => ({ type, data }) as StoredEvent;
const { ParcelPlanned, ParcelPacked, PassIssued, ParcelOffered, ParcelAccepted, ParcelHandedOver } = deliveryContracts;

describe('what delivery tells its neighbours', () => {
  it.each(Object.entries(deliveryContracts))('%s: keeps to its contract', (type, { example }) =>
    expect(published[type]!(stored(type, example))).toEqual(example),
  );
  it('covers every event type it appends', () => expect(Object.keys(eventTypes)).toEqual(Object.keys(published)));

  it('is what its own decider says, from the plan to the hand-over', () => {
    const by = (actor: string) => ({ actor, role: 'x', organisation: actor, households: [] });
    const asked = (type: string, actor: string, data: unknown) => ({ type, at, by: by(actor), data }) as ParcelCommand;
    const { pieces, weightGrams } = ParcelPacked.example;
    const proof = { means: 'code', right: true };
    const policy = { version: 0, clauses: [{ id: 'everything' }], lineage: [] };
    const commands = [
      asked('PlanParcel', 'system', ParcelPlanned.example),
      asked('PackParcel', 'pf-y', { pieces, weightGrams }),
      asked('OfferParcel', 'pf-y', { to: 'ps-1' }),
      asked('AcceptParcel', 'ps-1', {}),
      asked('HandOverParcel', 'ps-1', { handOverId: 'x', place: 'ps-1', proof, risk: 'low', policy }),
    ];
    let state = parcel.initial;
    const told = commands.flatMap((command) => {
      const decision = parcel.decide(command, state);
      if (decision.kind === 'rejected') throw new Error(decision.code);
      state = decision.events.reduce(parcel.evolve, state);
      return decision.events.map(({ type, data }) => published[type]!(stored(type, data)));
    });
    const steps = [ParcelPlanned, ParcelPacked, PassIssued, ParcelOffered, ParcelAccepted].map(
      ({ example }) => example,
    );
    expect(told).toEqual([...steps, { ...ParcelHandedOver.example, means: 'code' }]);
  });
});

describe('what delivery hears from orders', () => {
  it('understands the example of every event it listens to', () => {
    const types = ORDER_SOURCES.flatMap(({ handles }) => handles) as (keyof typeof ordersContracts)[];
    const news = types.map((type) => orderNews({ type, at, data: ordersContracts[type].example }));
    expect(news.map((item) => item?.type)).toEqual(types);
  });
  it('plans a parcel that the contract takes', () => {
    const news = orderNews({ type: 'OrderConfirmed', at, data: ordersContracts.OrderConfirmed.example })!;
    const [ask] = parcelPlanning.react(news, parcelPlanning.initial).flatMap(parcelPlanning.commandsOf);
    const said = parcel.decide({ type: 'PlanParcel', at, by: {}, data: ask!.data } as never, parcel.initial);
    if (said.kind === 'rejected') throw new Error(said.code);
    expect(() => published['ParcelPlanned']!(stored('ParcelPlanned', said.events[0]!.data))).not.toThrow();
  });
  it('refuses what breaks the contract', () =>
    expect(() => orderNews({ type: 'OrderConfirmed', at, data: { orderId: 1 } })).toThrow());
  it('is not concerned by anything else', () =>
    expect(orderNews({ type: 'RoundOpened', at, data: {} })).toBeUndefined());
});
