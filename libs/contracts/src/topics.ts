export const CONTEXTS = ['orders', 'inventory', 'delivery', 'oversight'] as const;
export type Context = (typeof CONTEXTS)[number];

export function isContext(name: string): name is Context {
  return (CONTEXTS as readonly string[]).includes(name);
}

/** One topic for a service's log; its partitions are the shards, so a new version of an event stays in it. */
export function topicOf(context: Context): string {
  return `${context}.events.v1`;
}
