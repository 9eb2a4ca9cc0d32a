import { until } from '@baogong/drill';
import { verifyLedger, type CursorSeen, type Finding } from '@baogong/ledger';
import { heardAll } from './heard.js';
import { toldAll } from './told.js';
import type { Installation } from './installation/installation.js';
import type { Clients, Told } from './load/clients.js';

const AGAIN_MOST = 12;

interface Judging {
  installation: Installation;
  clients: Clients;
  earlierCursors: CursorSeen[];
  settlingSeconds: number;
  /** Of the day: what an earlier one has left undone is told there. */
  roundId: string;
}

/** The books once all is quiet: what is still under way lands first, what never lands is broken. */
export async function verdict(judging: Judging): Promise<Finding[]> {
  const { installation, settlingSeconds } = judging;
  const again = await sentAgain(judging);
  const books = async () => [...(await ledgerOf(judging)), await heardAll(installation.databases())];
  const sound = async () => {
    const found = await books();
    return found.every(({ broken }) => broken === 0) ? found : undefined;
  };
  const findings = await until('the books are right', sound, settlingSeconds).catch(books);
  return [...findings, await toldAll(installation), again];
}

function ledgerOf({ installation, clients, earlierCursors, roundId }: Judging): Promise<Finding[]> {
  const databases = installation.databases();
  return verifyLedger({ databases, history: clients.history, earlierCursors, complete: { roundId } });
}

async function sentAgain({ clients }: Judging): Promise<Finding> {
  const examples: string[] = [];
  const every = Math.max(1, Math.floor(clients.remembered.length / AGAIN_MOST));
  const chosen = clients.remembered.filter((_, index) => index % every === 0);
  for (const { told, ...command } of chosen) {
    const second = await clients.sent(command);
    if (wordsOf(second) !== wordsOf(told))
      examples.push(`${command.path} ${command.key}: ${wordsOf(told)}, then ${wordsOf(second)}`);
  }
  return { id: 'again', checked: chosen.length, broken: examples.length, examples };
}

function wordsOf(told: Told | undefined): string {
  if (!told) return 'no answer';
  return `${told.status} at ${told.position} ${JSON.stringify(told.ok ? told.body : told.problem)}`;
}
