import { compiledBodies, createDecoratorPipe, takesCompiled } from '@baogong/http';
import fc from 'fast-check';
import { AmendOrderBody, PlaceOrderBody } from './order.dto.js';

const ID = '019b76da-a800-7384-9351-d97d4e9bc9d2';
const wish = {
  lines: [
    { offerId: 'veg-5kg', quantity: 1 },
    { offerId: 'rice', quantity: 1000 },
  ],
  place: { kind: 'station', stationId: ID },
};
const good: [new () => object, object[]][] = [
  [AmendOrderBody, [wish, { ...wish, place: { kind: 'door' } }, { ...wish, place: { kind: 'door', stationId: ID } }]],
  [PlaceOrderBody, [{ id: ID, roundId: ID, householdId: ID, ...wish }]],
];
const decorators = createDecoratorPipe();

const byDecorators = (metatype: new () => object, body: object) =>
  decorators.transform(structuredClone(body), { type: 'body', metatype }).then(
    () => true,
    () => false,
  );

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Each place in a body: what holds it, and under which name. */
function placesIn(node: Node): [Node, string][] {
  return Object.entries(node).flatMap(([name, inner]) => [
    [node, name] as [Node, string],
    ...(isNode(inner) ? placesIn(inner) : []),
  ]);
}

/** What clients get wrong: a field gone, one too many, another value, another type, a number by a little. */
const faults = fc.oneof(
  fc.constant({ how: 'gone' as const }),
  fc.record({ how: fc.constant('more' as const), name: fc.constantFrom('more', 'Kind', 'quantity', '0', ' id') }),
  fc.record({
    how: fc.constant('other' as const),
    value: fc.oneof(
      fc.constantFrom<unknown>(
        null,
        '',
        0,
        -1,
        1.5,
        1001,
        1,
        '1',
        true,
        'door',
        'station',
        'Station',
        ID,
        [],
        [[]],
        {},
      ),
      fc.constantFrom<unknown>(
        ID.toUpperCase(),
        `${ID}\n`,
        ` ${ID}`,
        ID.replace('-7', '-4'),
        'a'.repeat(64),
        '-a',
        'a b',
      ),
      fc.constantFrom<unknown>(
        [wish.lines[0]],
        Array.from({ length: 101 }, () => wish.lines[0]),
        wish.place,
        1e300,
      ),
      fc.jsonValue(),
    ),
  }),
);

function broken(
  body: object,
  changes: { at: number; fault: typeof faults extends fc.Arbitrary<infer F> ? F : never }[],
) {
  const copy = structuredClone(body) as Record<string, unknown>;
  for (const { at, fault } of changes) {
    const places = placesIn(copy);
    const [holder, name] = places[at % Math.max(places.length, 1)] ?? [copy, 'none'];
    const slot = holder as Record<string, unknown>;
    if (fault.how === 'gone') delete slot[name];
    else if (fault.how === 'more') slot[fault.name] = 1;
    else slot[name] = structuredClone(fault.value);
  }
  // As it comes over the wire: no holes in lists.
  return JSON.parse(JSON.stringify(copy)) as object;
}

describe('bodies of the rush, judged by a compiled form', () => {
  it('are those that are tried here', () => expect(compiledBodies().sort()).toEqual(good.map(([body]) => body).sort()));

  it.each(good)('%p: takes what the decorators take', async (body, examples) => {
    for (const example of examples) {
      expect([takesCompiled(body, example), await byDecorators(body, example)]).toEqual([true, true]);
    }
  });

  it.each(good)('%p: takes and refuses the same as the decorators', async (body, examples) => {
    const seen = { taken: 0, refused: 0 };
    const change = fc.record({ at: fc.nat(40), fault: faults });
    const changed = fc.tuple(fc.constantFrom(...examples), fc.array(change, { minLength: 1, maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(changed, async ([example, changes]) => {
        const asked = broken(example, changes);
        const taken = takesCompiled(body, asked);
        seen[taken ? 'taken' : 'refused'] += 1;
        expect([taken, asked]).toEqual([await byDecorators(body, asked), asked]);
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(50);
  });
});
