import type { Place } from '../contender.js';

/** Who may order what from whom: every home once in every round. */
export interface Town {
  homes: { householdId: string; resident: string }[];
  rounds: string[];
  offerId: string;
}

export interface Serving {
  port: number;
  /** Orders in its tables. */
  orders(): Promise<number>;
  /** It takes a second order of a home in a round, so that the town need not be as large as it is fast. */
  repeats?: boolean;
}

export type Served = { port: number; town: Town; repeats: boolean } | { orders: number } | { failed: string };

const HOMES = 1000;
const ROUNDS = 250;

/** The whole of a service's program: the town is told to it by the one that will ask. */
export function serve(open: (place: Place, town: Town) => Promise<Serving>): void {
  const place = JSON.parse(process.env['BENCH_PLACE']!) as Place;
  const town = townOf();
  process.once('disconnect', () => process.exit(0));
  open(place, town)
    .then(({ port, orders, repeats = false }) => {
      process.on('message', () => void orders().then((count) => tell({ orders: count })));
      tell({ port, town, repeats });
    })
    .catch((failure: Error) => tell({ failed: String(failure.stack) }));
}

/** Identifiers as ours asks for them; the others take any. */
function townOf(): Town {
  const id = (kind: number, nth: number) => `0193b5a0-${kind.toString(16).padStart(4, '0')}-7000-8000-${hex(nth)}`;
  const hex = (nth: number) => nth.toString(16).padStart(12, '0');
  return {
    homes: Array.from({ length: HOMES }, (_, nth) => ({ householdId: id(1, nth), resident: `re-${nth}` })),
    rounds: Array.from({ length: ROUNDS }, (_, nth) => id(2, nth)),
    offerId: id(3, 0),
  };
}

const tell = (served: Served) => void process.send?.(served);
