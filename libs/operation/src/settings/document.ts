import { facts, SETTINGS, type Facts, type SettingName } from './schema.js';

const INTRODUCTION = `# Configuration

Every variable of the environment that Baogong reads, written by \`npm run docs\` from the one schema in
\`libs/operation/src/settings/schema.ts\`. A malformed one is refused at the start by its name (exit code 78), without its
value; a \`BAOGONG_*\` variable that is not listed here is warned of, with the nearest name. Options of the command line
(\`npm start -- --help\`) win.

A name with _or_ \`_FILE\` may instead name a file that holds the value, as containers hand over secrets.
`;

/** The text of `docs/configuration.md`. */
export function configurationDocument(): string {
  const rows = (Object.keys(SETTINGS.shape) as SettingName[]).map((name) => rowOf(name));
  return `${INTRODUCTION}\n${[...HEAD, ...rows].join('\n')}\n`;
}

const HEAD = ['| variable | meaning | form | when not set | read by |', '| --- | --- | --- | --- | --- |'];

function rowOf(name: SettingName): string {
  const told = facts.get(SETTINGS.shape[name]);
  if (!told) throw new Error(`${name} has no description`);
  const names = told.file === 'also' ? `\`${name}\` _or_ \`${name}_FILE\`` : `\`${name}\``;
  return `| ${[names, told.about, told.form, unsetOf(name, told), told.readers.map((one) => `${one}`).join(', ')].join(' | ')} |`;
}

function unsetOf(name: SettingName, { unset }: Facts): string {
  if (unset) return unset;
  const { data } = SETTINGS.shape[name].safeParse(undefined);
  return data === undefined ? '—' : `\`${String(data)}\``;
}
