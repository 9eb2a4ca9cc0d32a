import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

export type ServiceReplicas = { name: string; urls: readonly string[] };
type Resolve = (host: string) => Promise<string[]>;

const LOOK_MS = 1000;
const SPARED_MS = 1000;

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

  /** A name that is unknown for a moment, as of a container that starts again, leaves what was known of it. */
  async look(resolve: Resolve = addressesOf): Promise<void> {
    const found = await Promise.all(this.given.map((url) => resolved(url, resolve).catch(() => undefined)));
    if (found.includes(undefined)) return;
    this.known = [...new Set(found.flatMap((urls) => urls ?? []))].sort();
    for (const url of this.sparedUntil.keys()) if (!this.known.includes(url)) this.sparedUntil.delete(url);
  }
}

/** Looks the names up until it is told to end. */
export function followNames(services: readonly Replicas[]): () => void {
  const look = () => void Promise.all(services.map((service) => service.look()));
  look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
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
