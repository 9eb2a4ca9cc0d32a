import { Acknowledged } from './acknowledged.js';
import type { History } from './acknowledged.js';
import { Cursors, cursorsOf } from './cursors.js';
import type { CursorSeen } from './cursors.js';
import { Custody } from './custody.js';
import type { Finding } from './finding.js';
import { Heard, parkedOf, type ParkedSeen } from './heard.js';
import { Integrity } from './integrity.js';
import { INVARIANTS } from './invariants.js';
import { Lawful } from './lawful.js';
import { readLog } from './log.js';
import { OpenThings } from './open-things.js';
import { Orders, type Complete } from './orders.js';
import { Snapshot, SERVICES } from './snapshot.js';
import type { Service } from './snapshot.js';
import { Stock } from './stock.js';

export interface LedgerOptions {
  /** Database URL of each service; any role that may read. */
  databases: Record<Service, string>;
  history?: History;
  /** What an earlier run saw (`readCursors`), for L6. */
  earlierCursors?: CursorSeen[];
  /** Nothing is under way between the services; false when a running system is checked. */
  quiet?: boolean;
  /** Every consumer has come to the end of its log; only where nothing more is said, not even by a timer. */
  heard?: boolean;
  /** Of which rounds all orders must have ended. */
  complete?: Complete;
}

/** Every invariant from plain SQL and an own fold, sharing no code with the services. */
export async function verifyLedger(options: LedgerOptions): Promise<Finding[]> {
  const { history = {}, earlierCursors = [], quiet = true, complete = false, heard = false } = options;
  const seen = await readConsumers(options.databases);
  const cursors = new Cursors(seen.cursors, earlierCursors);
  const listened = new Heard(seen.cursors, seen.parked);
  const lawful = new Lawful();
  const acknowledged = new Acknowledged(history);
  const integrity = new Integrity();
  const stock = new Stock();
  const orders = new Orders();
  const custody = new Custody();
  const openThings = new OpenThings();
  await eachDatabase(options.databases, async (snapshot) => {
    if (snapshot.service === 'inventory') await stock.prepare(snapshot);
    await readLog(snapshot, [integrity, cursors, acknowledged, stock, orders, custody, openThings, listened, lawful]);
    await integrity.compare(snapshot);
    await acknowledged.compare(snapshot);
    if (snapshot.service === 'inventory') await stock.compare(snapshot);
    if (snapshot.service === 'oversight' && quiet) await openThings.compare(snapshot);
  });
  const findings = [
    ...acknowledged.findings,
    ...integrity.findings,
    ...cursors.findings,
    ...stock.findings,
    ...orders.findings(complete),
    ...openThings.findings,
    ...listened.findings(heard),
    ...lawful.findings,
    ...custody.findings({ live: stock.live, endOf: orders.endOf, quiet }),
  ];
  const order = Object.keys(INVARIANTS);
  return findings.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

export async function readCursors(databases: Record<Service, string>): Promise<CursorSeen[]> {
  return (await readConsumers(databases)).cursors;
}

async function readConsumers(databases: Record<Service, string>) {
  const cursors: CursorSeen[] = [];
  const parked: ParkedSeen[] = [];
  await eachDatabase(databases, async (snapshot) => {
    cursors.push(...(await cursorsOf(snapshot)));
    parked.push(...(await parkedOf(snapshot)));
  });
  return { cursors, parked };
}

/** In order of the services, so that what a service said is read before what others made of it. */
async function eachDatabase(
  databases: Record<Service, string>,
  work: (snapshot: Snapshot) => Promise<void>,
): Promise<void> {
  for (const service of SERVICES) {
    const snapshot = await Snapshot.open(service, databases[service]);
    try {
      await work(snapshot);
    } finally {
      await snapshot.close();
    }
  }
}
