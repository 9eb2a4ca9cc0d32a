import type { Client } from '@baogong/client';
import type { Post } from './load.js';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 100;

/** @returns a Post by the client, which also asks again while a grant, a duty or a place is still on its way between services */
export function postBy(client: Client): Post {
  return async (path, body, { as, key }) => {
    const sending = { method: 'POST', path: `/api/v1/${path}`, body, key };
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const answer = await client.send(as, sending);
      if (answer.ok) return;
      if (answer.status !== 404 || Date.now() > end) {
        throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.problem)}`);
      }
      await new Promise((later) => setTimeout(later, PAUSE_MS));
    }
  };
}
