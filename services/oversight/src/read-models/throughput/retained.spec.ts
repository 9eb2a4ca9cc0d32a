import { retained } from './retained.js';

const states = (count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => ({ position: `orders:0=${first + index}`, data: { n: first + index } }));
const numbers = (events: { data: unknown }[]) => events.map(({ data }) => (data as { n: number }).n);

describe('states retained for readers who come back', () => {
  it('tells a new reader the newest state alone', () => {
    const told = retained('throughput');
    for (const state of states(3)) told.note(state);
    expect(numbers(told.since(undefined))).toEqual([3]);
  });

  it('tells what came after the id, each once', () => {
    const told = retained('throughput');
    const ids = states(5).map((state) => told.note(state)!.id);
    expect(numbers(told.since(ids[1]))).toEqual([3, 4, 5]);
    expect(told.since(ids[4])).toEqual([]);
  });

  it('tells the newest state where too much was missed, and where the id is of another making', () => {
    const told = retained('throughput');
    const [first] = states(40).map((state) => told.note(state)!.id);
    expect(numbers(told.since(first))).toEqual([40]);
    expect(numbers(told.since('2026-11-24T00:00:00Z'))).toEqual([40]);
  });

  it('tells an unchanged state to nobody twice, after a restart neither', () => {
    const before = retained('throughput');
    const [state] = states(1);
    const { id } = before.note(state!)!;
    expect(before.note({ ...state!, position: 'orders:0=9' })).toBeUndefined();
    const after = retained('throughput');
    after.note({ ...state!, position: 'orders:0=9' });
    expect(after.since(id)).toEqual([]);
  });
});
