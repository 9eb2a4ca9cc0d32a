import pg from 'pg';
import { rebuild } from '../dist/index.js';
import { pagesModel } from './pages.mjs';

/** Rebuilds, and stands still after the first batch, to be killed there. */
const pool = new pg.Pool({ connectionString: process.argv[2] });
const applied = async () => {
  process.stdout.write('applied\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
};
await rebuild({ pool, model: pagesModel(applied), upcast: ({ revision, data }) => ({ revision, data }) });
