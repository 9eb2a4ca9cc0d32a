/** What one contender reached in each round. */
export interface Measured {
  name: string;
  role: 'ours' | 'peer' | 'limit';
  rounds: number[];
}

export interface Row {
  id: string;
  what: string;
  unit: string;
  conditions: string;
  ours: number;
  peers: Record<string, number>;
  limits: Record<string, number>;
  /** How many times as good as each peer and limit; below 1 ours is worse. */
  ratios: Record<string, number>;
  /** By the name of a peer or limit the least ratio; `atMost` bounds ours itself. */
  targets: Record<string, number>;
  met: boolean;
  /** Least and most over the rounds. */
  spread: Record<string, [number, number]>;
}

export interface RowOptions {
  id: string;
  what: string;
  unit: string;
  conditions: string;
  better: 'more' | 'less';
  measured: Measured[];
  targets: Record<string, number>;
}

/** @throws Error where a target names nobody who was measured: it could never be missed */
export function rowOf({ better, measured, ...row }: RowOptions): Row {
  const medians = new Map(measured.map(({ name, rounds }) => [name, rounded(median(rounds))]));
  const of = (role: Measured['role']) =>
    Object.fromEntries(measured.filter((one) => one.role === role).map(({ name }) => [name, medians.get(name)!]));
  const ours = Object.values(of('ours'))[0];
  if (ours === undefined) throw new Error(`${row.id}: ours was not measured`);
  const [peers, limits] = [of('peer'), of('limit')];
  const ratios = Object.fromEntries(
    Object.entries({ ...peers, ...limits }).map(([name, theirs]) => [
      name,
      rounded(better === 'more' ? ours / theirs : theirs / ours),
    ]),
  );
  const spread = Object.fromEntries(
    measured.map(({ name, rounds }) => [name, [rounded(Math.min(...rounds)), rounded(Math.max(...rounds))] as const]),
  ) as Row['spread'];
  return { ...row, ours, peers, limits, ratios, met: isMet(row.targets, ratios, ours), spread };
}

function isMet(targets: Record<string, number>, ratios: Record<string, number>, ours: number): boolean {
  return Object.entries(targets).every(([name, target]) => {
    if (name === 'atMost') return ours <= target;
    const ratio = ratios[name];
    if (ratio === undefined) throw new Error(`a target for ${name}, who was not measured`);
    return ratio >= target;
  });
}

export function median(values: number[]): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Three digits that count. */
function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
