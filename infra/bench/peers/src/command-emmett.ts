import { sql } from '@event-driven-io/dumbo';
import { CommandHandler, inlineProjections, type Event } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, postgreSQLRawSQLProjection } from '@event-driven-io/emmett-postgresql';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { COMMANDS_EACH, READ_MODEL } from '../../dist/commands/basket.js';
import { contend } from '../../dist/contender.js';
import { closedLoop } from '../../dist/load.js';

type Changed = Event<'BasketPlaced' | 'BasketAmended', { id: string; quantity: number }>;
type State = { quantity: number; changes: number };

const CONNECTIONS = 16;
const UPSERT = `insert into basket_view as v (id, quantity, changes, changed_at) values (%L, %s, 1, now())
  on conflict (id) do update set quantity = excluded.quantity, changes = v.changes + 1, changed_at = now()`;

const handle = CommandHandler<State, Changed>({
  initialState: () => ({ quantity: 0, changes: 0 }),
  evolve: ({ changes }, { data }) => ({ quantity: data.quantity, changes: changes + 1 }),
});

/** As its guide does it: a command handler over the store, and an inline projection in plain SQL, the leanest it has. */
contend(async ({ ownerUrl }) => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CONNECTIONS });
  await pool.query(READ_MODEL);
  const view = postgreSQLRawSQLProjection<Changed>({
    name: 'basket-view',
    canHandle: ['BasketPlaced', 'BasketAmended'],
    evolve: ({ data }) => sql(UPSERT, data.id, data.quantity),
  });
  const store = getPostgreSQLEventStore(ownerUrl, {
    connectionOptions: { pool },
    projections: inlineProjections([view]) as never,
  });
  await store.schema.migrate();
  return {
    run(order) {
      const turns = Array.from({ length: order.callers }, () => ({ id: '', count: 0 }));
      return closedLoop(order, async (caller) => {
        const turn = turns[caller]!;
        if (turn.count % COMMANDS_EACH === 0) turn.id = `basket-${randomUUID()}`;
        const quantity = (turn.count += 1);
        await handle(store, turn.id, ({ changes }): Changed => {
          if (changes >= COMMANDS_EACH) throw new Error('too many changes');
          return { type: changes === 0 ? 'BasketPlaced' : 'BasketAmended', data: { id: turn.id, quantity } };
        });
      });
    },
    async stored() {
      const { rows } = await pool.query<{ n: number }>('select sum(changes)::int as n from basket_view');
      return rows[0]!.n;
    },
    async close() {
      await store.close();
      await pool.end();
    },
  };
});
