/** The first segment after /api/v1 says whose a request is. What is not listed here never leaves the gateway. */
export const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  orders: ['households', 'rounds', 'orders', 'webhooks'],
  inventory: ['supply-offers', 'consignments', 'stock'],
  delivery: ['stations', 'parcels', 'passes', 'hand-overs'],
  oversight: [
    ...['throughput', 'refusals', 'actors', 'grants', 'duty-matrix', 'posture'],
    ...['risk-levels', 'delegations', 'proxies', 'territories', 'obligations', 'approvals', 'coverage', 'holdings'],
    ...['policies', 'local-parameters', 'local-rules', 'rule-reports'],
    ...['needs', 'district-view', 'situation-reports', 'alerts', 'alert-thresholds', 'bulletins'],
    ...['cases', 'polls', 'decisions'],
  ],
};

const OWNERS = new Map(Object.entries(RESOURCES).flatMap(([name, all]) => all.map((resource) => [resource, name])));

/** The service that answers a path under /api/v1, by its first segment. */
export function ownerOf(path: string): string | undefined {
  return OWNERS.get(/^\/api\/v1\/([^/?]+)/.exec(path)?.[1] ?? '');
}
