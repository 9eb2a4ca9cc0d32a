import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenDatabases, verifyBackup, verifyDatabases, verifyInstallation } from '@baogong/backup';
import { Misuse, type Command } from '../command.js';
import { dataFolder } from '../data-folder.js';

export const verify: Command = {
  usage: `npm run baogong -- verify [FOLDER] [--data DIR]
  recomputes every chain of a backup, or without FOLDER of the installation (or of the databases that
  BAOGONG_DATABASES_URL names), and holds what consumers have read against it; it may run meanwhile`,

  async run(args, { output, ...setting }) {
    const options = { data: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > 1) throw new Misuse('verify takes one FOLDER.');
    const say = (line: string): void => output.err(line);
    const [folder] = positionals;
    if (folder) {
      const { databases, made } = await verifyBackup(resolve(setting.root, folder), say);
      const events = databases.flatMap(({ heads }) => heads).reduce((sum, { head }) => sum + head, 0);
      output.out(`Whole and unchanged: ${events} events, made ${made}.`);
      return 0;
    }
    const given = givenDatabases(setting.env);
    const done = await (given
      ? verifyDatabases(given, say)
      : verifyInstallation(dataFolder(setting, values.data), say));
    output.out(done.map(({ name, events }) => `${name}: ${events} events, every digest recomputed`).join('\n'));
    return 0;
  },
};
