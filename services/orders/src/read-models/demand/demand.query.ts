import { buildingOf } from '@baogong/kernel';
import type { Runtime } from '../../application/runtime.js';
import type { Demand, DemandLine } from './demand.answers.js';
import { requestsAt, type PlacedRequest } from '../request-history/request-history.query.js';

/** What the supplier loads: pieces per building and item, of the fixed requests and no others. */
export async function demandAt(runtime: Runtime, roundId: string, positions: Record<string, number>): Promise<Demand> {
  return demandOf(await requestsAt(runtime, roundId, positions));
}

export function demandOf(requests: PlacedRequest[]): Demand {
  const byBuilding = new Map<string, PlacedRequest[]>();
  for (const request of requests) {
    const building = buildingOf(request.territory) ?? '';
    byBuilding.set(building, [...(byBuilding.get(building) ?? []), request]);
  }
  const buildings = [...byBuilding]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([building, all]) => ({ building, lines: linesOf(all) }));
  return { buildings, totals: linesOf(requests) };
}

function linesOf(requests: PlacedRequest[]): DemandLine[] {
  const lines = new Map<string, DemandLine>();
  for (const { offerId, quantity } of requests.flatMap((request) => request.lines)) {
    const line = lines.get(offerId) ?? { offerId, quantity: 0, households: 0 };
    lines.set(offerId, { offerId, quantity: line.quantity + quantity, households: line.households + 1 });
  }
  return [...lines.values()].sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
}
