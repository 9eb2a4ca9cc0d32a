import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@baogong/client';
import type { LocalIssuer } from '@baogong/identity';
import { loadSample, postBy } from '@baogong/sample';

type Target = { url: string; local: LocalIssuer | undefined; dataFolder: string };

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
  const post = postBy(clientOf(url, local));
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

function clientOf(url: string, local: LocalIssuer): Client {
  const tokens = new Map<string, Promise<string>>();
  return new Client({
    address: url,
    tokenOf(actor) {
      const token = tokens.get(actor) ?? local.sign(actor);
      tokens.set(actor, token);
      return token;
    },
  });
}
