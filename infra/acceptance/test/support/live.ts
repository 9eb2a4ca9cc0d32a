import type { World } from './world.js';

/** What a live view tells, one state after the other; whoever leaves the loop hangs up. */
export async function* liveView(world: World, path: string, as: string): AsyncGenerator<Record<string, unknown>> {
  const hangingUp = new AbortController();
  const headers = { authorization: `Bearer ${await world.tokenOf(as)}` };
  const response = await fetch(`${world.address}/api/v1/${path}`, { headers, signal: hangingUp.signal });
  const form = response.headers.get('content-type') ?? '';
  if (!form.includes('text/event-stream')) throw new Error(`${path}: ${response.status} ${form}`);
  let text = '';
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const told = text.split('\n\n');
      text = told.pop()!;
      for (const event of told) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) yield JSON.parse(data) as Record<string, unknown>;
      }
    }
  } finally {
    hangingUp.abort();
  }
}
