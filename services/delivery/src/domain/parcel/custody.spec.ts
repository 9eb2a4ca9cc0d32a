import type { By } from '@baogong/decider';
import { householdAliasOf, placeHashOf } from '@baogong/passes';
import fc from 'fast-check';
import type { ParcelCommand, ParcelEvent, PlannedParcel } from './messages.js';
import { parcel } from './parcel.js';

const parcelId = '0198f3a2-7c10-7000-8000-00000000a001';
const [start, inside, end] = ['2026-04-15T06:00:00.000Z', '2026-04-15T12:00:00.000Z', '2026-04-16T06:00:00.000Z'];
const plan: PlannedParcel = {
  ...{ parcelId, orderId: parcelId, householdId: 'hh-1', territory: 'd-a/s-b/c-y/b-07/h-1' },
  ...{ place: { kind: 'station', stationId: 'ps-1' }, lines: [], weightGrams: 1 },
  ...{ windowFrom: start, windowTo: end },
};
const names = ['pf-y', 'ps-1', 'vo-001'];
const actor = fc
  .constantFrom(...names)
  .map((name): By => ({ actor: name, role: 'x', organisation: name, households: [] }));
const proof = fc.oneof(
  fc.record({
    means: fc.constant('pass' as const),
    passId: fc.constantFrom(parcelId, 'another'),
    placeHash: fc.constantFrom(placeHashOf('ps-1'), placeHashOf('ps-2')),
    householdAlias: fc.constant(householdAliasOf('hh-1')),
  }),
  fc.record({ means: fc.constant('code' as const), right: fc.boolean() }),
);
const attempt = fc.record({
  ...{ handOverId: fc.constant('x'), place: fc.constantFrom('ps-1', 'ps-1', 'ps-2'), proof },
  ...{ risk: fc.constant('low'), policy: fc.constant({ version: 0, clauses: [{ id: 'everything' }], lineage: [] }) },
});
// Withdrawals are rare, or most histories would be short.
const data = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ type: 'PackParcel', data: { pieces: 1, weightGrams: 1 } }) },
  { weight: 3, arbitrary: fc.constantFrom(...names).map((to) => ({ type: 'OfferParcel', data: { to } })) },
  { weight: 6, arbitrary: fc.constant({ type: 'AcceptParcel', data: {} }) },
  { weight: 3, arbitrary: attempt.map((told) => ({ type: 'HandOverParcel', data: told })) },
  { weight: 1, arbitrary: fc.constant({ type: 'WithdrawParcel', data: { cause: 'cancelled' } }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ExpirePass', data: { passId: parcelId } }) },
);
const command = fc
  .tuple(data, actor, fc.constantFrom(inside, inside, inside, start, end))
  .map(([{ type, data: told }, by, at]) => ({ type, at, by, data: told }) as ParcelCommand);

type Window = { windowFrom: string; windowTo: string };

describe('S67 I8 N3: whatever people do', () => {
  it('a parcel has one holder, moves by acceptance and is handed over once, to its own pass, in its window', () => {
    let handedOver = 0;
    const history = fc.array(command, { minLength: 10, maxLength: 40, size: 'max' });
    const check = (commands: ParcelCommand[]) => {
      let state = parcel.evolve(parcel.initial, { type: 'ParcelPlanned', at: start, data: plan });
      let holder: string | undefined;
      let window: Window | undefined;
      let over = 0;
      for (const asked of commands) {
        const decision = parcel.decide(asked, state);
        for (const event of decision.kind === 'accepted' ? decision.events : []) {
          if (event.type === 'ParcelHandedOver') mustBeRight(asked, { holder, window });
          if (event.type === 'PassIssued') window = event.data;
          over += event.type === 'ParcelHandedOver' ? 1 : 0;
          holder = holderAfter(event, holder);
          state = parcel.evolve(state, event);
          expect('custodian' in state ? state.custodian : undefined).toBe(holder);
        }
      }
      expect(over).toBeLessThanOrEqual(1);
      handedOver += over;
    };
    fc.assert(fc.property(history, check), { numRuns: 3_000, seed: 62 });
    expect(handedOver).toBeGreaterThan(100);
  });
});

function holderAfter(event: ParcelEvent, holder: string | undefined): string | undefined {
  if (event.type === 'ParcelPacked') return event.data.packedBy;
  if (event.type === 'ParcelAccepted') return event.data.custodian;
  return event.type === 'ParcelHandedOver' ? event.data.householdId : holder;
}

function mustBeRight(asked: ParcelCommand, { holder, window }: { holder?: string; window?: Window }): void {
  if (asked.type !== 'HandOverParcel') throw new Error(`${asked.type} hands nothing over`);
  const { at, by, data: told } = asked;
  const right = told.proof.means === 'code' ? told.proof.right : told.proof.passId === parcelId;
  const open = window !== undefined && window.windowFrom <= at && at < window.windowTo;
  expect([told.place, right, by.organisation, open]).toEqual(['ps-1', true, holder, true]);
}
