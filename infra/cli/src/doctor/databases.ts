import { fingerprintsOf, migrationsOf } from '@baogong/commanding';
import { clockTrouble, dataTrouble, placeOf, withDatabase } from '@baogong/event-store';
import { trouble as troubleOf } from '@baogong/operation';
import { SERVICES } from '@baogong/start';
import { look, note, ok, trouble, type Finding } from './finding.js';

type Client = Parameters<Parameters<typeof withDatabase>[1]>[0];
export type Fingerprints = ReturnType<typeof fingerprintsOf>;
interface Facts {
  heads: Map<number, number>;
  readings: { consumer: string; source: string; shard: number; pos: number }[];
}

const BEHIND_EVENTS = 1000;

/** Each database that can be reached: whose data, which clock, which keys, what is parked, who is behind. */
export async function lookAtDatabases(places: ReadonlyMap<string, string>, keys: Fingerprints): Promise<Finding[]> {
  const facts = new Map<string, Facts>();
  const findings: Finding[] = [];
  for (const definition of SERVICES) {
    const { name } = definition;
    const url = places.get(name) ?? '';
    const look1 = () => withDatabase(url, (client) => one(client, { name, url, keys, facts }));
    findings.push(...(await look(name, look1)));
  }
  return [...findings, ...lag(facts)];
}

type Looking = { name: string; url: string; keys: Fingerprints; facts: Map<string, Facts> };

async function one(client: Client, { name, url, keys, facts }: Looking): Promise<Finding[]> {
  const where = placeOf(url);
  const definition = SERVICES.find((service) => service.name === name);
  const data = await dataTrouble(client, { where, migrations: definition ? migrationsOf(definition) : [] });
  if (data) return [trouble(name, data)];
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('es.key_fingerprint') is not null as there`,
  );
  if (!rows[0]?.there) return [note(name, `${where} is empty or of an older version: the next start migrates it`)];
  const clock = await clockTrouble(client);
  const wrong = await wrongKeys(client, where, keys);
  const parked = await parkedIn(client);
  facts.set(name, await factsOf(client));
  const troubles = [clock, ...wrong, parked].filter((found) => found !== undefined);
  return troubles.length > 0
    ? troubles.map((found) => trouble(name, found))
    : [ok(name, `${where}: schema, clock, keys; nothing parked`)];
}

async function wrongKeys(client: Client, where: string, keys: Fingerprints): Promise<Error[]> {
  const { rows } = await client.query<{ key: string; fingerprint: string }>(
    'select key, fingerprint from es.key_fingerprint',
  );
  return rows.flatMap(({ key, fingerprint: stored }) => {
    const given = keys[key];
    return given === undefined || given === stored ? [] : [troubleOf('wrong-key', { key, where, stored, given })];
  });
}

async function parkedIn(client: Client): Promise<Error | undefined> {
  const { rows } = await client.query<{ consumer: string; count: number }>(
    `select consumer, count(*)::int as count from es.parked where status = 'parked' group by consumer order by consumer`,
  );
  if (rows.length === 0) return undefined;
  return troubleOf('events-parked', {
    parked: rows.map(({ consumer, count }) => `${count} of ${consumer}`).join(', '),
  });
}

async function factsOf(client: Client): Promise<Facts> {
  const heads = await client.query<{ shard: number; head: number }>('select shard, head::float8 as head from es.shard');
  const readings = await client.query<Facts['readings'][number]>(
    'select consumer, source, shard, pos::float8 as pos from es.cursor',
  );
  return { heads: new Map(heads.rows.map(({ shard, head }) => [shard, head])), readings: readings.rows };
}

function lag(facts: ReadonlyMap<string, Facts>): Finding[] {
  const behind = new Map<string, number>();
  for (const [service, { readings }] of facts) {
    for (const { consumer, source, shard, pos } of readings) {
      const missing = Math.max(0, (facts.get(source)?.heads.get(shard) ?? pos) - pos);
      const who = `${consumer} of ${service}`;
      behind.set(who, (behind.get(who) ?? 0) + missing);
    }
  }
  if (behind.size === 0) return [];
  const late = [...behind].filter(([, events]) => events > BEHIND_EVENTS);
  const told = late.map(([who, events]) => `${who} by ${events} events`).join(', ');
  return [
    late.length > 0
      ? trouble('lag', troubleOf('consumers-behind', { late: told }))
      : ok('lag', 'every consumer is up to date'),
  ];
}
