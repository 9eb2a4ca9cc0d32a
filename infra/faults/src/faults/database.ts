import { SERVICES } from '@baogong/ledger';
import pg from 'pg';
import { type Fault } from './fault.js';

export const DATABASE_FAULTS: readonly Fault[] = [
  {
    id: 'F4',
    what: 'PostgreSQL stopped at once, and started again',
    lasts: [0, 1500],
    async strike({ installation: { database } }) {
      await database.stopAtOnce();
      return { what: 'PostgreSQL is stopped at once', lift: () => database.startAgain() };
    },
  },
  {
    id: 'F5',
    what: 'PostgreSQL and all its processes paused',
    lasts: [1000, 8000],
    strike({ installation: { database } }) {
      database.pause();
      return Promise.resolve({ what: 'PostgreSQL is paused', lift: async () => database.goOn() });
    },
  },
  {
    id: 'pinned',
    what: 'a write transaction that is left open in a database',
    lasts: [3000, 6000],
    async strike({ installation, chance }) {
      const name = chance.oneOf(SERVICES);
      const client = new pg.Client({ connectionString: installation.databases()[name] });
      await client.connect();
      await client.query('begin');
      // A number of its own from the oldest transaction that is still under way: what reads by such numbers stands still.
      await client.query('select pg_current_xact_id()');
      await client.query('create table public.left_open (one int)');
      return {
        what: `a write transaction is left open in the database of ${name}`,
        async lift() {
          await client.query('rollback');
          await client.end();
        },
      };
    },
  },
];
