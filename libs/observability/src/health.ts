export type HealthProbe = { name: string; check(): Promise<boolean> };
export type HealthReport = { status: 'ok' | 'unavailable'; probes: Record<string, 'ok' | 'failed'> };

const PROBE_TIMEOUT_MS = 2000;

export async function probeAll(probes: readonly HealthProbe[]): Promise<HealthReport> {
  const answers = await Promise.all(probes.map(async (probe) => [probe.name, await answerOf(probe)] as const));
  const healthy = answers.every(([, answer]) => answer === 'ok');
  return { status: healthy ? 'ok' : 'unavailable', probes: Object.fromEntries(answers) };
}

async function answerOf(probe: HealthProbe): Promise<'ok' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_TIMEOUT_MS);
  });
  try {
    return (await Promise.race([probe.check(), late])) ? 'ok' : 'failed';
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
