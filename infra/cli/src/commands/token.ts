import { parseArgs } from 'node:util';
import { Misuse, type Command } from '../command.js';
import { dataFolder } from '../data-folder.js';
import { localIssuer } from '../issuer.js';

const HOURS_MAX = 24 * 30;

export const token: Command = {
  usage: `npm run baogong -- token NAME [--data DIR] [--hours N]
  prints a token for one actor of this installation, such as do-1, rc-y, pf-y or re-0001
  (npm prints two lines of its own before it; npm run --silent baogong -- token NAME does not)`,

  async run(args, { output, ...setting }) {
    const options = { data: { type: 'string' }, hours: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name] = positionals;
    if (!name) throw new Misuse('token needs the NAME of an actor.');
    const hours = Number(values.hours ?? '12');
    if (!(hours > 0 && hours <= HOURS_MAX)) throw new Misuse(`--hours is a number up to ${HOURS_MAX}.`);
    const issuer = await localIssuer(dataFolder(setting, values.data), setting.env);
    output.out(await issuer.sign(name, hours * 3600));
    return 0;
  },
};
