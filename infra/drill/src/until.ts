/** Asks again every 100 ms until there is an answer; a wait without an end is a fault that names itself. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, limitSeconds = 120): Promise<T> {
  for (const end = Date.now() + limitSeconds * 1000; Date.now() < end;) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`waited ${limitSeconds} s in vain until ${what}`);
}
