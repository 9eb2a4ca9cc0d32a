import { readFile } from 'node:fs/promises';
import type { History } from './acknowledged.js';
import { verifyLedger } from './ledger.js';
import { SERVICES } from './snapshot.js';
import type { Service } from './snapshot.js';

/** `node dist/main.js [history.json]`; exits with 1 when an invariant is broken. */
const databases = Object.fromEntries(SERVICES.map((service) => [service, urlOf(service)])) as Record<Service, string>;
const file = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const history = file ? (JSON.parse(await readFile(file, 'utf8')) as History) : {};
const flags = { quiet: process.env['BAOGONG_LEDGER_QUIET'] !== 'no', complete: process.argv.includes('--complete') };
const findings = await verifyLedger({ databases, history, ...flags });
process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
if (findings.some(({ broken }) => broken > 0)) process.exitCode = 1;

/** BAOGONG_ORDERS_URL and so on, or one address for all of them with the databases baogong_orders and so on. */
function urlOf(service: Service): string {
  const own = process.env[`BAOGONG_${service.toUpperCase()}_URL`];
  if (own) return own;
  const all = process.env['BAOGONG_DATABASES_URL'];
  if (!all) throw new Error(`neither BAOGONG_${service.toUpperCase()}_URL nor BAOGONG_DATABASES_URL is set`);
  const url = new URL(all);
  url.pathname = `/baogong_${service}`;
  return url.href;
}
