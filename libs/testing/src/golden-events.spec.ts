import { goldenFaults, type EventReading, type GoldenEvent } from './golden-events.js';

const lamp = {
  initial: { on: 0 },
  evolve: (state: { on: number }, event: { data: { watts: number } }) => ({ on: state.on + event.data.watts }),
  snapshotRevision: 1,
};
const isNumber = (data: unknown) => typeof (data as { watts?: unknown }).watts === 'number';
const contract = { version: 1, fingerprint: 'a1', fits: isNumber };
const reading: EventReading = {
  eventTypes: { Switched: 1 },
  upcast: ({ revision, data }) => ({ revision, data }),
  contracts: { Switched: contract },
  folds: { lamp: { folding: lamp, types: ['Switched'] } },
};
const events: GoldenEvent[] = [{ type: 'Switched', revision: 1, contract: 'a1', data: { watts: 40 } }];
const states = { lamp: { snapshotRevision: 1, state: { on: 40 } } };
const faultsOf = (changed: Partial<EventReading>, golden: Partial<{ events: GoldenEvent[]; states: object }> = {}) =>
  goldenFaults({ ...reading, ...changed }, { events, states, ...golden } as never);

/** The type at revision 2, whose watts are a field of their own unit. */
const raised: Partial<EventReading> = {
  eventTypes: { Switched: 2 },
  contracts: { Switched: { ...contract, version: 2, fingerprint: 'b2' } },
};
const both: GoldenEvent[] = [...events, { type: 'Switched', revision: 2, contract: 'b2', data: { watts: 60 } }];
const kept = { lamp: { snapshotRevision: 1, state: { on: 100 } } };
const upcast: EventReading['upcast'] = ({ data }) => ({ revision: 2, data });

describe('the guard of stored events', () => {
  it('is content with what is read as it was, and with a new revision that brings all it needs', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ ...raised, upcast }, { events: both, states: kept })).toEqual([]);
  });

  const planted: [string, string[]][] = [
    [
      'Switched has another contract and the same revision 1: it needs a new one, an upcaster, a golden file',
      faultsOf({ contracts: { Switched: { ...contract, fingerprint: 'b2' } } }),
    ],
    [
      'Switched is stored at revision 1 and published at version 2',
      faultsOf({ contracts: { Switched: { ...contract, version: 2 } } }),
    ],
    ['Switched.2 has no golden file', faultsOf({ ...raised, upcast })],
    ['Switched.1 is read as revision 1 of 2', faultsOf(raised, { events: both, states: kept })],
    [
      'Switched.1 does not fit its contract as it is read',
      faultsOf(
        {
          ...raised,
          upcast: (stored) => (stored.revision === 1 ? { revision: 2, data: { watts: '40' } } : upcast(stored)),
        },
        { events: both, states: { lamp: { snapshotRevision: 1, state: { on: '04060' } } } },
      ),
    ],
    [
      'Switched.1 cannot be read: no upcaster',
      faultsOf({
        folds: { other: { folding: { initial: 0, evolve: () => 0 }, types: ['Switched'] } },
        upcast: () => {
          throw new Error('no upcaster');
        },
      }).slice(0, 1),
    ],
    [
      'Dimmed.1 is in logs, but its type is gone',
      faultsOf({}, { events: [...events, { ...events[0]!, type: 'Dimmed' }] }),
    ],
    [
      'lamp folds to another state under the same snapshot revision: {"on":41}',
      faultsOf({ folds: { lamp: { folding: { ...lamp, evolve: () => ({ on: 41 }) }, types: ['Switched'] } } }),
    ],
    ['Switched is folded by nothing', faultsOf({ folds: {} })],
    ['lamp has no golden state of revision 1: {"on":40}', faultsOf({}, { states: {} })],
  ];
  it.each(planted)('tells that %s', (told, found) => expect(found).toEqual([told]));
});
