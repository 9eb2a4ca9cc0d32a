import { SERVICE_NAMES } from '@baogong/start';
import { setting, trouble, type Environment, type SettingName } from '@baogong/operation';

/** The services' databases by name and, last, that of the household keys; as their owner. */
export type Places = ReadonlyMap<string, string>;

export const KEYS = 'keys';
export const DATABASES = [...SERVICE_NAMES, KEYS] as const;

/** The databases the environment names, one by one or all on one server; undefined if it names none. */
export function givenDatabases(environment: Environment): Places | undefined {
  const all = setting(environment, 'BAOGONG_DATABASES_URL');
  const urls = DATABASES.map((name) => {
    const own = setting(environment, `BAOGONG_${name.toUpperCase()}_URL` as SettingName) as string | undefined;
    return [name, own ?? (all && databaseOn(all, `baogong_${name}`))] as const;
  });
  const missing = urls.filter(([, url]) => url === undefined).map(([name]) => name);
  if (missing.length === DATABASES.length) return undefined;
  const [first] = missing;
  if (first) {
    throw trouble('settings', {
      problems: [`neither BAOGONG_${first.toUpperCase()}_URL nor BAOGONG_DATABASES_URL is set`],
    });
  }
  return new Map(urls as [string, string][]);
}

function databaseOn(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
