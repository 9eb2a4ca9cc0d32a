import { createHash } from 'node:crypto';
import { Chain } from './chain.js';

const COLUMNS = [
  ...['shard', 'pos', 'stream', 'version', 'type', 'revision', 'id', 'actor', 'role', 'rule', 'policy_version'],
  ...['authority_stale', 'correlation', 'causation', 'community', 'territory', 'recorded_at', 'drill', 'data'],
  ...['leaf', 'chain'],
];

/** Rows of one shard as COPY writes them, and the head they lead to. */
function logOf(count: number) {
  const rows: string[] = [];
  let digest: Buffer = Buffer.alloc(32);
  for (let pos = 1; pos <= count; pos += 1) {
    const known = [3, 's', pos, 'T', 1, 'id', 'a', 'r', 'rule', 1];
    const after = ['c', 'd', 'e', 'f'];
    const told = [...known, 'false', ...after, '1767225600123000', 'true', '{"name":"王\\t"}'];
    const leaf = createHash('sha256').update(told.join('\u001f')).digest();
    const place = Buffer.alloc(8);
    place.writeBigInt64BE(BigInt(pos));
    digest = createHash('sha256').update(digest).update(leaf).update(place).digest();
    const fields = [
      known[0],
      pos,
      ...known.slice(1),
      'f',
      ...after,
      '2026-01-01 00:00:00.123+00',
      't',
      '{"name":"王\\\\t"}',
    ];
    const row = [...fields, `\\\\x${leaf.toString('hex')}`, `\\\\x${digest.toString('hex')}`].join('\t');
    rows.push(Buffer.from(row).toString('latin1'));
  }
  return { rows, heads: [{ shard: 3, head: count, digest: digest.toString('hex') }] };
}

describe('the chain of a log', () => {
  const { rows, heads } = logOf(3);
  const follow = (lines: string[], readings: ConstructorParameters<typeof Chain>[2] = []) => {
    const chain = new Chain('orders', COLUMNS, readings);
    for (const line of lines) chain.take(line);
    chain.finish(heads);
  };

  it('recomputes from what was written', () => expect(() => follow(rows)).not.toThrow());

  it.each([
    ['an event is changed', [rows[0]!, rows[1]!.replace('rule', 'Rule'), rows[2]!], 'position 2'],
    ['an event is lost', [rows[0]!, rows[2]!], 'position 3'],
    ['the end is lost', rows.slice(0, 2), 'its head is 3, not 2'],
    ['an event comes twice', [rows[0]!, rows[0]!], 'position 1'],
  ])('is broken when %s', (_what, lines, told) => expect(() => follow(lines)).toThrow(told));

  it('tells a reader that is ahead of it, as snapshots of different moments would leave one', () => {
    const reading = { reader: 'demand of inventory', shard: 3, pos: 4, digest: 'ab' };
    expect(() => follow(rows, [reading])).toThrow(
      'demand of inventory reads orders shard 3 up to 4, whose log ends at 3',
    );
  });

  it('tells a reader that has read another log', () => {
    const reading = { reader: 'demand of inventory', shard: 3, pos: 2, digest: 'ab' };
    expect(() => follow(rows, [reading])).toThrow('has read another log');
    expect(() => follow(rows, [{ ...reading, digest: '' }])).not.toThrow();
  });
});
