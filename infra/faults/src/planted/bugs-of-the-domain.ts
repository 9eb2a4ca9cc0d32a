import type { PlantedBug } from './planted-bug.js';

export const BUGS_OF_THE_DOMAIN: readonly PlantedBug[] = [
  {
    id: 'P5',
    what: 'more is granted than was counted, and a reservation takes what is not there',
    under: undefined,
    edits: [
      {
        module: 'services/orders/dist/domain/allocation/allocate.js',
        text: 'let rest = counted - reachedBy(wishes, level);',
        instead: 'let rest = wishes.length;',
      },
      {
        module: 'services/inventory/dist/domain/stock/stock.js',
        text: 'const part = Math.min(missing, onHand);',
        instead: 'const part = missing;',
      },
      {
        module: 'services/inventory/dist/domain/stock/stock.js',
        text: 'onHand > 0 && expiresOn >= today',
        instead: 'expiresOn >= today',
      },
    ],
  },
  {
    id: 'P6',
    what: 'the filter that keeps households apart is gone',
    under: undefined,
    edits: [
      {
        module: 'services/orders/dist/application/reading.js',
        text: "return { ok: false, refusal: { kind: 'not-found' } };\n}\n/** Rows",
        instead: 'return seen;\n}\n/** Rows',
      },
    ],
  },
  {
    id: 'P7',
    what: 'a pass is redeemed twice',
    under: undefined,
    edits: [
      {
        module: 'services/delivery/dist/domain/parcel/parcel-state.js',
        text: "return { ...held(state), status: 'handed-over', custodian: event.data.householdId };",
        instead: 'return state;',
      },
    ],
  },
  {
    id: 'P13',
    what: 'an order that is fulfilled lapses as well',
    under: undefined,
    edits: [
      {
        module: 'services/orders/dist/domain/order/ending.js',
        text: "return accept({ type: 'OrderFulfilled', at, data: namesOf(state) });",
        instead: `return accept({ type: 'OrderFulfilled', at, data: namesOf(state) },
        { type: 'OrderLapsed', at, data: { ...namesOf(state), reason: 'uncollected' } });`,
      },
    ],
  },
  {
    id: 'P14',
    what: 'goods of a cancelled order stay reserved',
    under: undefined,
    runs: 3,
    edits: [
      {
        module: 'services/inventory/dist/domain/reservation/reservation.process.js',
        text: "return state.status === 'returned' ? [] : [{ ...about, step: 'release', reason: news.reason }];",
        instead: 'return [];',
      },
    ],
  },
  {
    id: 'P15',
    what: 'the books of a read model count received goods twice',
    under: undefined,
    edits: [
      {
        module: 'services/inventory/dist/read-models/stock/stock.projection.js',
        text: 'change.onHand += event.data.quantity;',
        instead: 'change.onHand += 2 * event.data.quantity;',
      },
    ],
  },
  {
    id: 'P16',
    what: 'a household is granted more than the cap of the round',
    under: undefined,
    edits: [
      {
        module: 'services/orders/dist/domain/allocation/allocate.js',
        text: 'Math.min(quantity, level) + extra]',
        instead: 'Math.min(quantity, level) + extra + 2]',
      },
    ],
  },
  {
    id: 'P18',
    what: 'custody moves by offer, before anybody has accepted it',
    under: undefined,
    edits: [
      {
        module: 'services/delivery/dist/domain/parcel/parcel.js',
        text: "return accept({ type: 'ParcelOffered', at, data: { parcelId: plan.parcelId, from: custodian, to: data.to } });",
        instead:
          "return accept({ type: 'ParcelAccepted', at, data: { parcelId: plan.parcelId, custodian: data.to } });",
      },
    ],
  },
];
