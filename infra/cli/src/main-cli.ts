import { knownTrouble, unknownSettings } from '@baogong/operation';
import { COMMANDS } from './command-list.js';
import { Misuse, type Command, type Output } from './command.js';

const terminal: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/** Returns the exit code. */
export async function run(argv: readonly string[], root: string, output: Output = terminal): Promise<number> {
  const [name = '', ...args] = argv;
  const listed = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!listed) return tellCommands(name, output);
  for (const line of unknownSettings(process.env)) output.err(line);
  const command = await listed.load();
  if (args.includes('--help')) {
    output.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, { root, output, env: process.env });
  } catch (error) {
    return tell(error, command, output);
  }
}

function tellCommands(name: string, output: Output): number {
  const asked = ['help', '--help'].includes(name);
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));
  const lines = Object.entries(COMMANDS).map(([each, { purpose }]) => `  ${each.padEnd(width)}  ${purpose}`);
  const text = ['npm run baogong -- COMMAND ...   (COMMAND --help tells more)', ...lines].join('\n');
  if (asked) output.out(text);
  else output.err(name === '' ? text : `There is no command "${name}".\n${text}`);
  return asked ? 0 : 2;
}

function tell(error: unknown, command: Command, output: Output): number {
  if (isMisuse(error)) {
    output.err(`${error.message}\n\n${command.usage}`);
    return 2;
  }
  const known = knownTrouble(error);
  if (!known) throw error;
  output.err(known.message);
  return known.exitCode;
}

// Told by its code: an error of parseArgs is not always an instance of this realm's Error.
function isMisuse(error: unknown): error is Error {
  const code = (error as Partial<NodeJS.ErrnoException> | undefined)?.code;
  return error instanceof Misuse || String(code).startsWith('ERR_PARSE_ARGS');
}
