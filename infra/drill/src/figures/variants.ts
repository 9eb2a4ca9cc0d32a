/** The ways in which the day is played for the record, each with its flags. */
export const VARIANTS = {
  plain: [],
  kill: ['--kill'],
  kafka: ['--kafka'],
  'kafka-kill': ['--kafka', '--kill'],
  communities: ['--communities', '100'],
} as const satisfies Record<string, readonly string[]>;

/** The bench writes a section of its own for each benchmark. */
export const BENCH = 'bench';

export type Variant = keyof typeof VARIANTS | typeof BENCH;

/** @throws Error that lists the names, where one is unknown */
export function variantsNamed(only: string | undefined): Variant[] {
  const all = [...Object.keys(VARIANTS), BENCH] as Variant[];
  if (only === undefined) return all;
  return only.split(',').map((name) => {
    const found = all.find((variant) => variant === name);
    if (!found) throw new Error(`--only ${name}: give one or more of ${all.join(', ')}, separated by commas`);
    return found;
  });
}
