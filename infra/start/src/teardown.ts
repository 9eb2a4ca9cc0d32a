type Step = { name: string; stop(): Promise<unknown> | unknown; patienceMs: number };

/** What was started is stopped in reverse; a part that hangs or fails does not keep the others running. */
export class Teardown {
  private readonly steps: Step[] = [];
  private running: Promise<string[]> | undefined;

  add(name: string, stop: Step['stop'], patienceMs = 2000): void {
    this.steps.push({ name, stop, patienceMs });
  }

  /** The names of the parts that did not stop as they should. */
  run(): Promise<string[]> {
    this.running ??= this.runAll();
    return this.running;
  }

  private async runAll(): Promise<string[]> {
    const failed: string[] = [];
    for (const step of this.steps.reverse()) {
      if (!(await stopsInTime(step))) failed.push(step.name);
    }
    return failed;
  }
}

async function stopsInTime({ stop, patienceMs }: Step): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([Promise.resolve(stop()).then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
