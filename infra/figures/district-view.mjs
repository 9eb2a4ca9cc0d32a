/**
 * Figures of the district's view, not a test: how long its questions take with a million orders in the read models, and
 * how long an event takes to the screen. `npm run figures:district [-- ORDERS]` on a quiet machine, after a build.
 * Orders lie in 1,000 communities and one day, in the tables as the consumers would have left them.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf, uuid7 } from '@baogong/kernel';
import { startEmbedded } from '@baogong/start';

const ORDERS = Number(process.argv[2] ?? 1_000_000);
const COMMUNITIES = 1000;
const TURNS = 200;
const EVENTS = 100;
const PLACE = 'd-pudong/s-weifang/c-y';
const P95_MS = { question: 150, screen: 1000 };

const data = mkdtempSync(join(tmpdir(), 'baogong-figures-'));
chmodSync(data, 0o755);
const options = { port: 0, host: '127.0.0.1', data, empty: true, reset: false, drill: true, replicas: new Map() };
const instance = await startEmbedded(options);
const newId = () => uuid7(Date.now(), randomBytes(10));
const tokens = new Map();

try {
  await fill();
  await enrol();
  const from = instantOf(Date.now() - 30 * 3_600_000);
  const span = `territory=d-pudong&from=${from}`;
  const questions = {
    'district-view': `district-view?${span}`,
    'throughput, first page': `throughput?${span}`,
    'funnel by community, first page': `throughput/funnel?by=community&${span}`,
    'funnel by class': `throughput/funnel?by=class&${span}`,
    'late consignments': 'throughput/consignments?territory=d-pudong&late=true',
    'needs, first page': 'needs?territory=d-pudong',
    'refusals by hour': `refusals/hours?${span}`,
    'report of the hour': 'situation-reports?territory=d-pudong',
  };
  for (const [name, path] of Object.entries(questions)) await tell(name, await timed(path), P95_MS.question);
  await tell('event to screen', await toScreen(), P95_MS.screen);
} finally {
  await instance.close();
  rmSync(data, { recursive: true, force: true });
}

async function fill() {
  const { dataSource } = instance.services.get('oversight').runtime;
  const began = performance.now();
  const hour = (hours) => `to_char(now() at time zone 'utc' - interval '1 hour' * (${hours}), 'YYYY-MM-DD"T"HH24')`;
  const at = (minutes) =>
    `to_char(now() at time zone 'utc' - interval '1 minute' * (${minutes}), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const community = `'d-pudong/s-' || (n % 20) || '/c-' || n`;
  const communities = `(select ${community} as community, n from generate_series(0, ${COMMUNITIES - 1}) n) c`;
  const each = Math.ceil(ORDERS / COMMUNITIES);
  const run = (text) => dataSource.query(text);
  await run(`insert into oversight.offer select 'offer-' || n || '-' || k, 'Bag ' || k, 5000, ${community}, 'gp-1',
    'sku-' || k, (array['food', 'infant', 'medicine'])[k], ${at(600)} from generate_series(0, ${COMMUNITIES - 1}) n, generate_series(1, 3) k`);
  await run(`insert into oversight.journey (order_id, community, placed_at, granted_at, packed_at, handed_over_at)
    select 'order-' || n || '-' || k, ${community}, ${at(`1200 - k % 360`)}, ${at(780)}, ${at(`700 - k % 240`)}, ${at(`400 - k % 300`)}
    from generate_series(0, ${COMMUNITIES - 1}) n, generate_series(1, ${each}) k`);
  await run(`insert into oversight.request_line select order_id, 'offer-' || split_part(order_id, '-', 2) || '-' || k, community,
    left(placed_at, 13), 1 from oversight.journey, generate_series(1, 2) k`);
  for (const [stage, mark] of [
    ['requested', 'placed_at'],
    ['granted', 'granted_at'],
    ['packed', 'packed_at'],
    ['handedOver', 'handed_over_at'],
  ]) {
    await run(
      `insert into oversight.count_hour select '${stage}', community, left(${mark}, 13), count(*) from oversight.journey group by 2, 3`,
    );
    await run(`insert into oversight.amount_hour select '${stage}', community, left(${mark}, 13),
      'offer-' || split_part(community, '/c-', 2) || '-' || k, '', count(*), count(*), 0, count(*)
      from oversight.journey, generate_series(1, 3) k group by 2, 3, 4`);
  }
  for (const [leg, began_, ended] of [
    ['placedToGranted', 'placed_at', 'granted_at'],
    ['grantedToPacked', 'granted_at', 'packed_at'],
    ['packedToHandedOver', 'packed_at', 'handed_over_at'],
    ['placedToHandedOver', 'placed_at', 'handed_over_at'],
  ]) {
    await run(`insert into oversight.minutes_hour
      select '${leg}', place, left(${ended}, 13), m - m % (case when m < 240 then 1 when m < 1440 then 5 else 60 end), count(*)
      from (select *, extract(epoch from ${ended}::timestamptz - ${began_}::timestamptz)::int / 60 as m from oversight.journey) j,
        unnest(array['d-pudong', substring(community from '^d-pudong/s-[0-9]+'), community]) place
      group by 2, 3, 4`);
  }
  await run(`insert into oversight.household_hour select community, kind, ${hour('h')}, 40 from ${communities},
    unnest(array['covered', 'heard']) kind, generate_series(-96, 96) h where kind = 'covered' or h >= 0`);
  await run(`insert into oversight.household_hour select community, 'known', '', sum(households)
    from oversight.household_hour where kind = 'covered' group by 1`);
  await run(`insert into oversight.refusal select community, ${hour('h')}, 'rule-' || k, 'property-firm', 'CloseRound', 'pf-' || k,
    'basis', 'person-' || k, 1 from ${communities}, generate_series(1, 24) h, generate_series(1, 3) k`);
  await run(`insert into oversight.consignment (consignment_id, round_id, community, supplier, consignee, dispatched_at, offer_ids)
    select 'consignment-' || n, 'round', community, 'gp-1', 'pf-1', ${at(900)}, array['offer-' || n || '-1'] from ${communities}`);
  for (const table of [
    'journey',
    'request_line',
    'count_hour',
    'amount_hour',
    'minutes_hour',
    'household_hour',
    'refusal',
  ]) {
    await run(`analyze oversight.${table}`).catch(() => undefined);
    const [{ rows }] = await run(`select count(*) as rows from oversight.${table}`);
    console.log(`${table}: ${rows} rows`);
  }
  console.log(`filled in ${Math.round((performance.now() - began) / 1000)} s`);
}

async function enrol() {
  await post('do-1', 'actors', { id: 'gp-1', kind: 'organisation', name: 'Platform 1', territory: PLACE });
  await post('do-1', 'grants', { id: newId(), actorId: 'gp-1', role: 'platform', territory: PLACE });
  await new Promise((later) => setTimeout(later, 2000));
}

async function headersOf(actor) {
  if (!tokens.has(actor)) tokens.set(actor, await instance.local.sign(actor));
  return { authorization: `Bearer ${tokens.get(actor)}` };
}

async function post(actor, path, body) {
  const headers = { ...(await headersOf(actor)), 'content-type': 'application/json', 'idempotency-key': newId() };
  const answer = await fetch(`${instance.url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

async function timed(path) {
  const headers = await headersOf('do-1');
  const millis = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const began = performance.now();
    const answer = await fetch(`${instance.url}/api/v1/${path}`, { headers });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
    millis.push(performance.now() - began);
  }
  return millis;
}

/** From the answer to a command until the live view, with all those orders in it, tells its effect. */
async function toScreen() {
  const stop = new AbortController();
  const view = await fetch(`${instance.url}/api/v1/throughput/live?territory=d-pudong`, {
    headers: await headersOf('do-1'),
    signal: stop.signal,
  });
  const waiting = [];
  let offered = 0;
  const reading = (async () => {
    let text = '';
    for await (const chunk of view.body) {
      text += Buffer.from(chunk).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const told = /^data: (.*)$/m.exec(block)?.[1];
        if (!told) continue;
        offered = JSON.parse(told).stages.offered.count;
        for (const one of waiting.splice(0))
          if (one.count > offered) waiting.push(one);
          else one.seen(performance.now());
      }
    }
  })().catch(() => undefined);
  await new Promise((later) => setTimeout(later, 1500));
  const base = offered;
  const millis = [];
  for (let index = 1; index <= EVENTS; index += 1) {
    const body = {
      ...{
        id: newId(),
        territory: PLACE,
        sku: 'rice',
        name: 'Rice',
        itemClass: 'food',
        unit: 'bag',
        origin: 'Shanghai',
      },
      ...{ priceFen: 3000, quantity: 10, weightGrams: 5000 },
      ...{ arrivesFrom: instantOf(Date.now()), arrivesTo: instantOf(Date.now() + 3_600_000) },
    };
    const seen = new Promise((settle) => waiting.push({ count: base + index, seen: settle }));
    const began = performance.now();
    await post('gp-1', 'supply-offers', body);
    millis.push((await seen) - began);
    await new Promise((later) => setTimeout(later, (index * 37) % 400));
  }
  stop.abort();
  await reading;
  return millis;
}

function tell(name, millis, atMost) {
  const sorted = [...millis].sort((a, b) => a - b);
  const share = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
  const verdict = share(0.95) <= atMost ? 'within' : 'ABOVE';
  console.log(`${name}: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms (${verdict} ${atMost} ms), most ${share(1)} ms`);
}
