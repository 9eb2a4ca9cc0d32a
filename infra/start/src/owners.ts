/** The first segment after /api/v1 says whose a request is; of what every service has, the second. What is not listed here never leaves the gateway. */
export const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  orders: ['households', 'rounds', 'orders', 'webhooks', 'parked/orders'],
  inventory: ['supply-offers', 'consignments', 'stock', 'parked/inventory'],
  delivery: ['stations', 'parcels', 'passes', 'hand-overs', 'parked/delivery'],
  oversight: [
    ...['throughput', 'refusals', 'actors', 'grants', 'duty-matrix', 'posture'],
    ...['risk-levels', 'delegations', 'proxies', 'territories', 'obligations', 'approvals', 'coverage', 'holdings'],
    ...['help-calls', 'notices'],
    ...['policies', 'local-parameters', 'local-rules', 'rule-reports'],
    ...['needs', 'district-view', 'situation-reports', 'alerts', 'alert-thresholds', 'bulletins'],
    ...['cases', 'polls', 'decisions', 'parked/oversight'],
  ],
};

const OWNERS = new Map(Object.entries(RESOURCES).flatMap(([name, all]) => all.map((resource) => [resource, name])));

/** The service that answers a path under /api/v1. */
export function ownerOf(path: string): string | undefined {
  const [, first = '', second = ''] = /^\/api\/v1\/([^/?]+)(?:\/([^/?]+))?/.exec(path) ?? [];
  return OWNERS.get(first) ?? OWNERS.get(`${first}/${second}`);
}
