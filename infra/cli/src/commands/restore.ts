import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenDatabases, readableBackup, restoreDatabases, restoreInstallation } from '@baogong/backup';
import { Misuse, type Command } from '../command.js';
import { dataFolder } from '../data-folder.js';

export const restore: Command = {
  usage: `npm run baogong -- restore FOLDER [--data DIR] [--keys DIR] [--app-role NAME]
  checks the backup, then brings it into an empty data folder, or into the empty databases that BAOGONG_DATABASES_URL
  (or BAOGONG_ORDERS_URL and so on) names; one that was broken off is done once more from the beginning
  --keys DIR       the key folder, for a backup that was made without it
  --app-role NAME  the role of the services in given databases, baogong_app unless told
  What was acknowledged after the backup is not in it. Give Apache Kafka an empty start: delete the topics *.events.v1.`,

  async run(args, { output, ...setting }) {
    const text = { type: 'string' } as const;
    const options = { data: text, keys: text, 'app-role': text } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [from] = positionals;
    if (!from || positionals.length > 1) throw new Misuse('restore needs the FOLDER of a backup.');
    const backup = resolve(setting.root, from);
    const say = (line: string): void => output.err(line);
    const places = givenDatabases(setting.env);
    if (places) {
      const manifest = await readableBackup(backup, say);
      await restoreDatabases(manifest, { backup, places, appRole: values['app-role'] ?? 'baogong_app', say });
    } else {
      const keys = values.keys ? resolve(setting.root, values.keys) : undefined;
      await restoreInstallation({ backup, data: dataFolder(setting, values.data), keys, say });
    }
    output.out('Restored; every digest is equal to that of the backup.');
    return 0;
  },
};
