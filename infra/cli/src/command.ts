export interface Output {
  out(line: string): void;
  err(line: string): void;
}

/** What a command is run with: the installation's root folder, where its words go, and its environment. */
export interface Setting {
  root: string;
  output: Output;
  env: Readonly<Record<string, string | undefined>>;
}

/** One sub-command of `npm run baogong -- NAME ...`. */
export interface Command {
  /** How to call it: shown where it is called wrongly, and for --help. */
  usage: string;
  /**
   * @param args what follows the name
   * @returns the exit code: 0 done, 1 not done for a reason that was told. A Misuse shows the usage (2); a Trouble is told as it is.
   */
  run(args: readonly string[], setting: Setting): Promise<number>;
}

/** Called wrongly: the usage is shown below the message. */
export class Misuse extends Error {}
