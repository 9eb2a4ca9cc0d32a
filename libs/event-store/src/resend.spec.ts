import pg from 'pg';
import { answered } from './resend.js';

const statement = { name: 'one', text: 'select 1', values: [] };

describe('a statement that is sent again', () => {
  it('is given up at once when its pool was ended: nobody will ever answer it', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });
    const lost = answered(pool, statement).catch((error: Error) => error.message);
    await pool.end();
    const later = answered(pool, statement).catch((error: Error) => error.message);
    let timer: NodeJS.Timeout | undefined;
    const soon = new Promise((settle) => (timer = setTimeout(() => settle('still asking'), 2_000)));
    expect(await Promise.race([lost, soon])).toMatch(/ECONNREFUSED|end/);
    expect(await Promise.race([later, soon])).toMatch(/after calling end/);
    clearTimeout(timer);
  });
});
