import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenDatabases, withDatabasesOf } from '@baogong/backup';
import { placeOf, withDatabase } from '@baogong/event-store';
import { INVARIANTS, SERVICES, verifyLedger, type Finding, type Service } from '@baogong/ledger';
import { trouble } from '@baogong/operation';
import { Misuse, type Command, type Output, type Setting } from '../command.js';
import { dataFolder } from '../data-folder.js';

const OPTIONS = {
  data: { type: 'string' },
  database: { type: 'string' },
  json: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  complete: { type: 'boolean', default: false },
} as const;

export const ledger: Command = {
  usage: `npm run ledger -- [--data DIR | --database URL] [--json FILE]     (or: npm run baogong -- ledger ...)
  checks the books of an installation, running or stopped, by a fold of its own that shares no code with the services.
  It only reads. Exit code 1 where an invariant is broken.
  --data DIR       the data folder, .baogong unless told; of a stopped one the database is started for the while
  --database URL   the server of databases of your own: baogong_orders, baogong_inventory and so on are looked for there
                   (or BAOGONG_DATABASES_URL, or one by one BAOGONG_ORDERS_URL ...)
  --quiet          nothing is on its way between the services: what would then be missing counts as broken too
  --complete       the day is over: every order must have ended
  --json FILE      the findings as JSON, with up to five examples of what is broken`,

  async run(args, setting) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const { data, database, json, quiet, complete } = values;
    if (data !== undefined && database !== undefined) throw new Misuse('ledger takes --data or --database, not both.');
    const findings = await withPlaces({ data, database }, setting, async (places) => {
      const databases = await soundDatabases(places);
      return verifyLedger({ databases, quiet, heard: quiet, complete });
    });
    if (json !== undefined) writeFileSync(resolve(setting.root, json), `${JSON.stringify(findings, null, 2)}\n`);
    return tell(findings, setting.output);
  },
};

type Places = ReadonlyMap<string, string>;
interface Named {
  data: string | undefined;
  database: string | undefined;
}

function withPlaces<T>({ data, database }: Named, setting: Setting, work: (places: Places) => Promise<T>): Promise<T> {
  if (database !== undefined) return work(databasesOn(database));
  const given = data === undefined ? givenDatabases(setting.env) : undefined;
  return given ? work(given) : withDatabasesOf(dataFolder(setting, data), work);
}

function databasesOn(server: string): Places {
  if (!URL.canParse(server) || !/^postgres(ql)?:$/.test(new URL(server).protocol)) {
    throw new Misuse('--database takes an address such as postgres://user:password@host:5432.');
  }
  return new Map(
    SERVICES.map((service) => {
      const url = new URL(server);
      url.pathname = `/baogong_${service}`;
      return [service, url.href];
    }),
  );
}

/** Reached, and each the log of its own service: everything else is told before anything is counted. */
async function soundDatabases(places: Places): Promise<Record<Service, string>> {
  const databases: Partial<Record<Service, string>> = {};
  for (const service of SERVICES) {
    const url = places.get(service) ?? '';
    await withDatabase(url, async (client) => {
      const { rows } = await client.query<{ there: boolean }>(
        `select to_regclass('es.event') is not null and to_regclass('es.installation') is not null as there`,
      );
      const of = rows[0]?.there
        ? await client.query<{ service: string }>('select service from es.installation')
        : undefined;
      const found = of?.rows[0]?.service;
      if (found !== service)
        throw trouble('not-the-log', { where: placeOf(url), service, found: found ?? 'no log at all' });
    });
    databases[service] = url;
  }
  return databases as Record<Service, string>;
}

function tell(findings: Finding[], { out, err }: Output): number {
  for (const { id, checked, broken, examples } of findings) {
    const verdict = broken > 0 ? `BROKEN ${broken} times` : checked === 0 ? 'nothing to look at' : 'holds';
    out(`${id.padEnd(4)} ${String(checked).padStart(9)} looked at  ${verdict.padEnd(18)} ${INVARIANTS[id] ?? ''}`);
    for (const example of examples) err(`     ${id}: ${example}`);
  }
  const broken = findings.filter((finding) => finding.broken > 0).map(({ id }) => id);
  out(broken.length === 0 ? 'Every invariant that was looked at holds.' : `Broken: ${broken.join(', ')}.`);
  return broken.length === 0 ? 0 : 1;
}
