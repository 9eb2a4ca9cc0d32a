import { givenDatabases, withDatabasesOf } from '@baogong/backup';
import { bringBack, NotRebuilt, rebuild as rebuildModel, type Rebuilding } from '@baogong/event-pipe';
import { upcastBy } from '@baogong/event-store';
import { SERVICES } from '@baogong/start';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { Misuse, type Command, type Output } from '../command.js';
import { dataFolder } from '../data-folder.js';

const OPTIONS = {
  data: { type: 'string' },
  back: { type: 'boolean', default: false },
  'accept-difference': { type: 'boolean', default: false },
} as const;

const known = SERVICES.flatMap(({ name, readModels = [] }) =>
  readModels.map(({ projection }) => `${name} ${projection.name}`),
);

export const rebuild: Command = {
  usage: `npm run baogong -- rebuild SERVICE MODEL [--accept-difference | --back] [--data DIR]
  makes a read model anew from the log beside the live one, while services run and answer, compares the two and puts the
  new one in its place in one transaction; the one before it is kept. Where they differ nothing is changed (exit code 1).
  These can be made anew: ${known.join(', ')}.
  --accept-difference   the new one is meant to say something else: it takes its place all the same
  --back                puts the kept one back in its place, brought up to date
  --data DIR            the data folder, .baogong unless told (or databases of your own: BAOGONG_DATABASES_URL)`,

  async run(args, setting) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { data, back, 'accept-difference': acceptDifference } = values;
    if (back && acceptDifference) throw new Misuse('rebuild takes --accept-difference or --back, not both.');
    const { service, ...found } = modelOf(positionals);
    const work = async (places: ReadonlyMap<string, string>) => {
      const pool = new Pool({ connectionString: places.get(service)!, max: 4 });
      pool.on('error', () => undefined);
      const rebuilding = { ...found, pool, acceptDifference };
      return (back ? putBack : make)(rebuilding, setting.output).finally(() => pool.end());
    };
    const given = data === undefined ? givenDatabases(setting.env) : undefined;
    try {
      return await (given ? work(given) : withDatabasesOf(dataFolder(setting, data), work));
    } catch (error) {
      if (!(error instanceof NotRebuilt)) throw error;
      setting.output.err(`Nothing was changed: ${error.message}.`);
      return 1;
    }
  },
};

function modelOf([service = '', name = '', ...rest]: string[]): Pick<Rebuilding, 'model' | 'upcast'> & {
  service: string;
} {
  const definition = SERVICES.find((each) => each.name === service);
  const model = definition?.readModels?.find(({ projection }) => projection.name === name);
  if (!definition || !model || rest.length > 0) throw new Misuse('rebuild takes a SERVICE and one MODEL of it.');
  return { service, model, upcast: upcastBy(definition.upcasters ?? {}, definition.eventTypes) };
}

async function make(rebuilding: Rebuilding, { out, err }: Output): Promise<number> {
  const { kind, events, live, rebuilt } = await rebuildModel(rebuilding);
  const { name } = rebuilding.model.projection;
  if (live !== rebuilt) err(`The live one:  ${live}\nFrom the log:  ${rebuilt}`);
  if (kind === 'differs') {
    err(`${name} differs from what the log says; it was left as it is. The new one lies in the schema "rebuilding".`);
    return 1;
  }
  out(`${name} was made anew from ${events} events${live === rebuilt ? ' and is the same' : ''}: ${rebuilt}`);
  return 0;
}

async function putBack(rebuilding: Rebuilding, { out }: Output): Promise<number> {
  const { events } = await bringBack(rebuilding);
  out(`The earlier ${rebuilding.model.projection.name} is back, with ${events} events that came since.`);
  return 0;
}
