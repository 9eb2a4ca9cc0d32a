import { join } from 'node:path';
import { createLocalIssuer } from '@baogong/identity';
import {
  countEvents,
  readCursors,
  Snapshot,
  verifyLedger,
  type CursorSeen,
  type Finding,
  type LedgerOptions,
} from '@baogong/ledger';
import { readSample } from '@baogong/sample';
import { installedDatabases } from '@baogong/start';
import { Client, type TokenOf } from './client.js';
import { closeRound, firstAnswer, hearAnswers } from './day/closing.js';
import { tryForbidden } from './day/forbidden.js';
import { airGrievances } from './day/grievances.js';
import { handOver } from './day/last-metres.js';
import { register } from './day/registration.js';
import { placeOrders } from './day/requests.js';
import type { PlacedOrder, Setting } from './day/setting.js';
import { deliverToGate, openRound } from './day/supply.js';
import { History } from './history.js';
import { startInstance, type Instance } from './instance.js';
import { MemoryWatch } from './memory.js';
import type { DrillOptions } from './options.js';
import type { Report } from './report.js';
import { Strikes } from './strikes.js';
import { until } from './until.js';

const SETTLING_SECONDS = 20;
const ANSWERED = ['confirmed', 'shorted', 'cancelled', 'missed'];
const ENDED = ['fulfilled', 'shorted', 'cancelled', 'missed', 'lapsed'];

type Databases = LedgerOptions['databases'];

export interface Observer {
  say(text: string): void;
  /** Called when the day has ended and nothing was checked yet. */
  beforeVerdict?(databases: Databases): Promise<void>;
}

/** One day on an instance of its own, then the verdict of the ledger. */
export async function play(options: DrillOptions, { say, beforeVerdict }: Observer): Promise<Report> {
  const started = performance.now();
  say(`starting Baogong (${options.mode}) on temporary data`);
  const instance = await startInstance({ mode: options.mode });
  const memory = new MemoryWatch(() => instance.process.pid!);
  try {
    const history = new History();
    const client = new Client(instance.address, await tokensOf(instance), history);
    const sample = readSample();
    const households = sample.households.slice(0, options.households);
    // Asked for each time: after a kill the databases answer on another port.
    const databasesNow = () => installedDatabases(instance.data) as Databases;
    const strikes = new Strikes(instance, say);
    const strike = options.kill ? strikes.strike.bind(strikes) : undefined;
    const answeredAt = (moment: Date) => countAnswered(databasesNow(), moment);
    const setting: Setting = { client, sample, households, say, ...(strike && { strike, answeredAt }) };
    let earlierCursors: CursorSeen[] = [];
    const day = await playDay(setting, async () => void (earlierCursors = await readCursors(databasesNow())));
    const databases = databasesNow();
    await settled(() => verifyLedger({ databases, history: acknowledgedIn(history), complete: true }));
    await beforeVerdict?.(databases);
    const invariants = await verifyLedger({
      databases,
      history: acknowledgedIn(history),
      earlierCursors,
      complete: true,
    });
    return {
      households: options.households,
      mode: options.mode,
      strikes: strikes.told,
      ...day,
      ...wrongs(invariants),
      ...(await raised(databases)),
      ...told(history, (performance.now() - started) / 1000),
      invariants,
      memoryMb: memory.peakMb(),
    };
  } finally {
    memory.stop();
    await instance.stop();
  }
}

async function playDay(setting: Setting, atNoon: () => Promise<void>): Promise<Pick<Report, 'orders' | 'answersTold'>> {
  await register(setting);
  const { roundId, items } = await openRound(setting);
  const orders = await placeOrders(setting, roundId, items);
  await tryForbidden(setting, roundId);
  await airGrievances(setting);
  const demand = await closeRound(setting, roundId);
  await deliverToGate(setting, roundId, demand);
  await strikeAllocation(setting, orders);
  const answers = await hearAnswers(setting, orders, ANSWERED);
  await atNoon();
  const confirmed = orders.filter(({ orderId }) => answers.get(orderId)!['status'] === 'confirmed');
  const kept = await cancelSome(setting, confirmed);
  await handOver(setting, kept);
  const ends = [...(await hearAnswers(setting, orders, ENDED)).values()].map(({ status }) => status);
  const count = (status: string) => ends.filter((end) => end === status).length;
  return {
    answersTold: answers.size,
    orders: {
      placed: orders.length,
      granted: confirmed.length,
      shorted: count('shorted'),
      handedOver: count('fulfilled'),
      cancelled: count('cancelled'),
    },
  };
}

/** They are killed while some households have their answer and the others wait for it. */
async function strikeAllocation(setting: Setting, orders: PlacedOrder[]): Promise<void> {
  const { strike, answeredAt } = setting;
  if (!strike || !answeredAt) return;
  await firstAnswer(setting, orders);
  await strike(['orders', 'broker'], async (at) => `${await answeredAt(at)} of ${orders.length} orders answered`);
}

async function countAnswered({ orders }: Databases, moment: Date): Promise<number> {
  const snapshot = await Snapshot.open('orders', orders);
  try {
    return await countEvents(snapshot, ['OrderConfirmed', 'OrderShorted'], moment);
  } finally {
    await snapshot.close();
  }
}

/** What was not done as it must be, and what went to somebody above. */
async function raised({ oversight }: Databases): Promise<Pick<Report, 'breaches' | 'escalations' | 'rulesRejected'>> {
  const snapshot = await Snapshot.open('oversight', oversight);
  const since = (types: string[]) => countEvents(snapshot, types, new Date(8.64e15));
  try {
    return {
      breaches: await since(['DutyBreached']),
      escalations: await since(['DutyEscalated', 'CaseEscalated', 'CaseReopened']),
      rulesRejected: await since(['LocalRuleRejected']),
    };
  } finally {
    await snapshot.close();
  }
}

/** One household in forty changes its mind after the answer and before its parcel is packed. */
async function cancelSome({ client }: Setting, orders: PlacedOrder[]): Promise<PlacedOrder[]> {
  const leaving = orders.filter((_, index) => index % 40 === 13);
  for (const { orderId, household } of leaving) {
    const as = household.members[0]!.actorId;
    await client.must(`orders/${orderId}/cancellation`, { reason: 'no longer needed' }, { as, action: 'CancelOrder' });
  }
  return orders.filter((order) => !leaving.includes(order));
}

async function tokensOf({ data }: Instance): Promise<TokenOf> {
  const issuer = await createLocalIssuer(join(data, 'keys', 'issuer.json'));
  const tokens = new Map<string, Promise<string>>();
  return (actor) => {
    const token = tokens.get(actor) ?? issuer.sign(actor);
    tokens.set(actor, token);
    return token;
  };
}

/** Events of the last hand-overs may still be under way between the services: asked again until they have landed. */
async function settled(ask: () => Promise<Finding[]>): Promise<void> {
  const whole = async () => ((await ask()).every(({ broken }) => broken === 0) ? true : undefined);
  await until('the ledger is whole', whole, SETTLING_SECONDS).catch(() => undefined);
}

function acknowledgedIn(history: History): NonNullable<LedgerOptions['history']> {
  type Acknowledged = NonNullable<NonNullable<LedgerOptions['history']>['acknowledged']>;
  return { acknowledged: history.acknowledged() as Acknowledged };
}

function wrongs(invariants: Finding[]): Pick<Report, 'oversold' | 'lost' | 'doubled'> {
  const broken = (...ids: string[]) =>
    invariants.filter(({ id }) => ids.includes(id)).reduce((sum, finding) => sum + finding.broken, 0);
  return {
    oversold: broken('I1', 'I2', 'L7'),
    lost: broken('L1', 'L2', 'L3', 'L8'),
    doubled: broken('L9', 'I4', 'I8'),
  };
}

function told(history: History, seconds: number) {
  const commands = history.attempts.length;
  const refused = history.attempts.filter(({ answer }) => answer.status === 403);
  const passes = history.attempts.filter(({ path, answer }) => path === 'hand-overs' && answer.status === 409);
  return {
    refusals: counted(refused.map(({ answer }) => String(answer.body['rule']))),
    passesRefused: counted(passes.map(({ answer }) => String(answer.body['code']))),
    repeats: history.attempts.filter(({ action }) => action === 'PlaceOrder again').length,
    amendments: history.attempts.filter(({ action }) => action === 'AmendOrder').length,
    aboveCap: history.attempts.filter(({ action }) => action === 'PlaceOrder above the cap').length,
    passing: history.passing,
    commandsPerSecond: Math.round(commands / seconds),
    latencyMs: { p50: history.latency(0.5), p99: history.latency(0.99) },
    durationSeconds: Math.round(seconds),
  };
}

function counted(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
