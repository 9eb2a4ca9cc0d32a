import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalIssuer } from '@baogong/identity';
import { loadSample, type Post } from '@baogong/sample';
import { pause } from './processes.js';

type Target = { url: string; local: LocalIssuer | undefined; dataFolder: string };

const PATIENCE_MS = 20_000;
// A duty, a grant or a projection that is still on its way from oversight.
const ON_ITS_WAY = new Set([404, 429, 503]);

/** Enough of them for everybody whom the start page names. */
const FIRST = { households: 60, volunteers: 3 };

/** The rest must not be in the way of those who look around already. */
const GENTLE = 4;

/**
 * The sample community comes in by the public API, as a real one would: first those whom the start page names, then, while
 * others may already use it, the rest. Started again in the middle, it goes on where it was.
 */
export async function ensureSample({ url, local, dataFolder }: Target, say: (line: string) => void): Promise<void> {
  const done = join(dataFolder, 'sample.json');
  if (!local || existsSync(done)) return;
  say('Registering the sample community: 3,000 residents in 1,350 households ...');
  const post = sender(url, local);
  await loadSample(post, FIRST);
  void loadSample(post, { width: GENTLE }).then(
    () => {
      writeFileSync(done, JSON.stringify({ registered: true }));
      say('The sample community is complete.');
    },
    // An instance that stops meanwhile refuses the rest; the next start brings it in.
    () => undefined,
  );
}

function sender(url: string, local: LocalIssuer): Post {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (actor: string): Promise<string> => {
    const token = tokens.get(actor) ?? local.sign(actor);
    tokens.set(actor, token);
    return token;
  };
  return async (path, body, { as, key }) => {
    const headers = {
      authorization: `Bearer ${await tokenOf(as)}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    await sendUntilHeard(`${url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
}

async function sendUntilHeard(address: string, request: RequestInit): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const answer = await fetch(address, request);
    const text = await answer.text();
    if (answer.ok) return;
    if (!ON_ITS_WAY.has(answer.status) || Date.now() > end) throw new Error(`${address}: ${answer.status} ${text}`);
    await pause(100);
  }
}
