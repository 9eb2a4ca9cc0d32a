import { SERVICES } from '@baogong/ledger';
import type { PlantedBug } from './planted-bug.js';

const APPEND = { services: SERVICES, function: 'es.append' };
const STORE = 'libs/event-store/dist';
const PIPE = 'libs/event-pipe/dist';

export const BUGS_OF_THE_ENGINE: readonly PlantedBug[] = [
  {
    id: 'P1',
    what: 'no idempotency check: a key that was used is not looked for',
    under: 'F10',
    edits: [{ module: `${STORE}/deciding.js`, text: 'if (known)', instead: 'if (false)' }],
    replacements: [
      { ...APPEND, text: 'd.period in (this_period, this_period - 1) limit 1)', instead: 'false limit 1)' },
      {
        ...APPEND,
        text: `from unnest(verdicts) v where v.verdict = 'appended';\n\n  update es.shard`,
        instead: `from unnest(verdicts) v where v.verdict = 'appended' on conflict do nothing;\n\n  update es.shard`,
      },
    ],
  },
  {
    id: 'P2',
    what: 'cursors are moved in a transaction of their own, before that of the effects',
    under: 'F3b',
    runs: 5,
    edits: [
      {
        module: `${PIPE}/consuming/shared-commit.js`,
        text: 'await transaction(this.pool, async (tx) => {',
        instead: `const moved = await transaction(this.pool, (tx) => advanceAll(tx, shares.map(({ move }) => move)));
            await new Promise((later) => setTimeout(later, 100));
            await transaction(this.pool, async (tx) => {`,
      },
      {
        module: `${PIPE}/consuming/shared-commit.js`,
        text: 'const moved = await advanceAll(tx, shares.map(({ move }) => move));\n                ',
        instead: '',
      },
    ],
  },
  {
    id: 'P3',
    what: 'a command is acknowledged before its transaction is committed',
    under: 'F3b',
    runs: 6,
    edits: [
      {
        module: `${STORE}/lane.js`,
        text: `const rows = await answered(pool, { name: 'es.append', text: APPEND, values: parametersOf(units) });`,
        instead: `const client = await pool.connect();
        await client.query('begin');
        const { rows } = await client.query(APPEND, parametersOf(units));
        setTimeout(() => client.query('commit').then(() => client.release(), (failure) => client.release(failure)), 100);`,
      },
    ],
  },
  {
    id: 'P4',
    what: 'the relay starts one too late: the first of several unread events is passed over',
    under: undefined,
    edits: [
      {
        module: `${PIPE}/relay-shard.js`,
        text: 'store.read(this.row.shard, from, BATCH)',
        instead:
          '(await store.read(this.row.shard, from, BATCH)).filter((_, place, all) => place > 0 || all.length === 1)',
      },
    ],
  },
  {
    id: 'P8',
    what: 'a consumer skips what is missing in the topic, where retention has eaten unread records',
    under: 'retention',
    edits: [
      {
        module: `${PIPE}/consuming/shard-worker.js`,
        text: 'await this.fill(first - 1);',
        instead: ';',
      },
      {
        module: `${PIPE}/consuming/shard-worker.js`,
        text: 'const follows = record.pos === pos + 1 && (!known || chainAfter(digest, record.leaf, record.pos) === record.chain);',
        instead: 'const follows = record.pos > pos && (known || true);',
      },
      {
        module: `${PIPE}/consuming/shard-worker.js`,
        text: 'return this.fill(head.pos);',
        instead: 'return;',
      },
    ],
  },
  {
    id: 'P9',
    what: 'a consumer records another digest than the one it saw',
    under: undefined,
    edits: [
      {
        module: `${PIPE}/consuming/applier.js`,
        text: 'to: pos, digest: chain }',
        instead: "to: pos, digest: chain.replace(/^./, (first) => (first === '0' ? '1' : '0')) }",
      },
    ],
  },
  {
    id: 'P10',
    what: 'an event is stored otherwise than it was sealed',
    under: undefined,
    edits: [],
    replacements: [{ ...APPEND, text: 'e_data[a.event]::json', instead: `(e_data[a.event] || ' ')::json` }],
  },
  {
    id: 'P11',
    what: 'the head counts one too many: each append leaves a position out',
    under: undefined,
    edits: [],
    replacements: [{ ...APPEND, text: 'set head = t.pos, head_digest', instead: 'set head = t.pos + 1, head_digest' }],
  },
  {
    id: 'P12',
    what: 'the answer tells another position than the one that was taken',
    under: undefined,
    edits: [
      {
        module: `${STORE}/mailbox.js`,
        text: "waiting.resolve({ kind: 'appended', version, shard, firstPos, lastPos, events",
        instead: "waiting.resolve({ kind: 'appended', version, shard, firstPos, lastPos: lastPos - 1, events",
      },
    ],
  },
  {
    id: 'P17',
    what: 'a consumer does not write down that it passed over what does not concern it',
    under: undefined,
    edits: [
      {
        module: `${PIPE}/consuming/applier.js`,
        text: 'if (!passed)\n            return;',
        instead: 'return;',
      },
    ],
  },
  {
    id: 'P19',
    what: 'a command that is sent once more is taken for another one with the same key',
    under: undefined,
    edits: [
      {
        module: `${STORE}/deciding.js`,
        text: 'return known.requestHash === unit.requestHash && known.actor === unit.actor;',
        instead: 'return false;',
      },
    ],
  },
  {
    id: 'P20',
    what: 'the version of a stream is not counted on',
    under: undefined,
    edits: [],
    replacements: [
      { ...APPEND, text: 'update set version = excluded.version', instead: 'update set version = old.version' },
    ],
  },
];
