/** What a person can put right: said in plain words, without a stack, and with an exit code that is not zero. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

export function explain(error: unknown): { text: string; exitCode: number } {
  if (error instanceof Trouble) return { text: error.message, exitCode: error.exitCode };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `Baogong stopped because of an unexpected fault.\n${text}`, exitCode: 70 };
}
