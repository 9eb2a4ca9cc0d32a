import { hostService } from './host-service.js';

/** What ends a process is caught instead of ending the tests. */
async function endOf(environment: Record<string, string>): Promise<{ code: unknown; told: string }> {
  const { exit } = process;
  const { write } = process.stderr;
  let told = '';
  process.exit = (code) => {
    throw Object.assign(new Error('ended'), { code });
  };
  process.stderr.write = (text: string | Uint8Array) => ((told += String(text)), true);
  try {
    await hostService(() => Promise.reject(new Error('never asked')) as never, environment);
    return { code: undefined, told };
  } catch (error) {
    return { code: (error as { code: unknown }).code, told };
  } finally {
    process.exit = exit;
    process.stderr.write = write;
  }
}

describe('a service that is told too little', () => {
  it('ends with 78, naming every variable, before it touches anything', async () => {
    const { code, told } = await endOf({ BAOGONG_KAFKA: 'nonsense' });
    expect(code).toBe(78);
    for (const part of [
      'BAOGONG_OWNER_URL',
      'BAOGONG_DATABASE_URL',
      'BAOGONG_INTERNAL_SECRET_FILE',
      'BAOGONG_KAFKA is',
    ])
      expect(told).toContain(part);
  });
});
