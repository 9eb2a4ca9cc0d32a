import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTEXTS, isContext } from '@baogong/contracts';
import { setting, trouble } from '@baogong/operation';

export type StartOptions = {
  port: number;
  host: string;
  data: string;
  empty: boolean;
  reset: boolean;
  drill: boolean;
  /** How many processes of a service, where it is not one. */
  replicas: ReadonlyMap<string, number>;
};

export const USAGE = `npm start -- [options]
  --port N      port of the address, 3000 unless told; 0 takes any free one
  --host H      address to listen on, 127.0.0.1 unless told
  --data DIR    folder of everything that is kept, .baogong unless told
  --empty       start without the sample people
  --reset       delete everything kept in the data folder first
  --replicas L  processes over Kafka only: how many of a service, such as orders=2,inventory=2
  --drill       mark a new installation as a drill: its clock can be moved
  --help        this text`;

const PORT_DEFAULT = 3000;

export function parseOptions(argv: readonly string[], root: string): StartOptions | 'help' {
  const values = parsed(argv);
  if (values.help) return 'help';
  const { empty = false, reset = false, drill = false, host = '127.0.0.1' } = values;
  const data = values.data ?? setting(process.env, 'BAOGONG_DATA');
  return {
    port: portOf(values.port),
    host,
    data: isAbsolute(data) ? data : resolve(root, data),
    empty,
    reset,
    drill,
    replicas: replicasIn(values.replicas),
  };
}

function parsed(argv: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const options = {
    port: text,
    host: text,
    data: text,
    empty: flag,
    reset: flag,
    drill: flag,
    help: flag,
    replicas: text,
  };
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw trouble('options', { words: `${(error as Error).message}\n\n${USAGE}` });
  }
}

function portOf(given: string | undefined): number {
  const text = given ?? process.env['PORT'] ?? String(PORT_DEFAULT);
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw trouble('options', { words: `--port ${text} is not a port: give a number from 0 to 65535.` });
}

function replicasIn(text: string | undefined): Map<string, number> {
  const entries = text === undefined ? [] : text.split(',').map((entry) => /^([a-z]+)=([1-9])$/.exec(entry.trim()));
  const known = entries.flatMap((found) => (found && isContext(found[1] ?? '') ? [found] : []));
  if (known.length === entries.length) return new Map(known.map(([, name, count]) => [name ?? '', Number(count)]));
  throw trouble('options', {
    words: `--replicas ${text} is not a list like orders=2,inventory=2 (1 to 9 of ${CONTEXTS.join(', ')}).`,
  });
}
