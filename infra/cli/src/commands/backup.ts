import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, backUpInstallation, givenDatabases, type Backup } from '@baogong/backup';
import { Misuse, type Command } from '../command.js';
import { dataFolder } from '../data-folder.js';

export const backup: Command = {
  usage: `npm run baogong -- backup FOLDER [--data DIR] [--without-keys] [--keys DIR]
  writes everything of one moment into a new FOLDER, while the installation runs or while it is stopped
  --without-keys  leaves the key folder out: the backup can then only be read with a copy of it (restore --keys)
  with BAOGONG_DATABASES_URL (or BAOGONG_ORDERS_URL and so on) these databases are backed up instead of a data
  folder; --keys DIR names the folder of their keys`,

  async run(args, { output, ...setting }) {
    const text = { type: 'string' } as const;
    const options = { data: text, keys: text, 'without-keys': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [target] = positionals;
    if (!target || positionals.length > 1) throw new Misuse('backup needs the FOLDER to make.');
    const to = { target: resolve(setting.root, target), say: (line: string) => output.err(line) };
    const given = givenDatabases(setting.env);
    const keys = values.keys && resolve(setting.root, values.keys);
    const done = given
      ? await backUp({ ...to, places: given, keys: keys || undefined, data: undefined })
      : await backUpInstallation({
          ...to,
          data: dataFolder(setting, values.data),
          withKeys: values['without-keys'] !== true,
        });
    output.out(told(to.target, done));
    return 0;
  },
};

function told(target: string, { databases, keys, heldMs }: Backup): string {
  const events = databases.flatMap(({ heads }) => heads).reduce((sum, { head }) => sum + head, 0);
  return [
    `${target}: ${events} events of ${databases.length - 1} services, every chain recomputed; commands waited ${Math.ceil(heldMs)} ms.`,
    keys.length > 0
      ? 'It holds the keys: whoever can read it can read names and telephones. Keep it where nobody else can.'
      : 'It holds no keys: keep a copy of the key folder elsewhere, or names and telephones cannot be read again.',
  ].join('\n');
}
