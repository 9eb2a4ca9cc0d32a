import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

export type ServiceReplicas = { name: string; urls: readonly string[] };
type Resolve = (host: string) => Promise<string[]>;

const LOOK_MS = 1000;
/** Longer than it takes until it is looked at again. */
const SPARED_MS = 4000;
const ANSWER_MS = 1500;

/** Where one service answers, replica by replica; a name that stands for several addresses is looked up every second. */
export class Replicas {
  readonly name: string;
  private readonly given: readonly string[];
  private readonly sparedUntil = new Map<string, number>();
  private known: readonly string[];
  private turn = 0;

  constructor(
    { name, urls }: ServiceReplicas,
    private readonly now: () => number = Date.now,
  ) {
    this.name = name;
    this.given = urls;
    this.known = urls;
  }

  all(): readonly string[] {
    return this.known;
  }

  /** By turns; one that was away a moment ago is passed over while another is there. Undefined if all were tried. */
  next(tried: ReadonlySet<string> = new Set()): string | undefined {
    const left = this.known.filter((url) => !tried.has(url));
    const well = left.filter((url) => (this.sparedUntil.get(url) ?? 0) <= this.now());
    const choice = well.length > 0 ? well : left;
    this.turn += 1;
    return choice[this.turn % Math.max(1, choice.length)];
  }

  away(url: string): void {
    this.sparedUntil.set(url, this.now() + SPARED_MS);
  }

  /** One that hangs takes requests and never answers them: it is passed over until it says again that it is ready. */
  async probe(isReady: (url: string) => Promise<boolean> = answersReady): Promise<void> {
    if (this.known.length < 2) return this.sparedUntil.clear();
    await Promise.all(
      this.known.map(async (url) => {
        if (await isReady(url)) this.sparedUntil.delete(url);
        else this.away(url);
      }),
    );
  }

  /** A name that is unknown for a moment, as of a container that starts again, leaves what was known of it. */
  async look(resolve: Resolve = addressesOf): Promise<void> {
    const found = await Promise.all(this.given.map((url) => resolved(url, resolve).catch(() => undefined)));
    if (found.includes(undefined)) return;
    this.known = [...new Set(found.flatMap((urls) => urls ?? []))].sort();
    for (const url of this.sparedUntil.keys()) if (!this.known.includes(url)) this.sparedUntil.delete(url);
  }
}

/** Looks at names and replicas each second, until it is told to end. */
export function followReplicas(services: readonly Replicas[]): () => void {
  const look = (service: Replicas) => void service.look().then(() => service.probe());
  services.forEach(look);
  const timer = setInterval(() => services.forEach(look), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Whether a replica says of itself that it is ready. */
export async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(ANSWER_MS) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function resolved(url: string, resolve: Resolve): Promise<string[]> {
  const { hostname } = new URL(url);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return [url];
  const addresses = await resolve(hostname);
  return addresses.map((address) =>
    url.replace(`//${hostname}`, `//${isIP(address) === 6 ? `[${address}]` : address}`),
  );
}

async function addressesOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
