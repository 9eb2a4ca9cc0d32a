import type { Rule } from '../rule.js';
import { approvalsRows } from './approvals.js';
import { bulletinRows } from './bulletin.js';
import { casesRows } from './cases.js';
import { deliveryRows } from './delivery.js';
import { dutiesRows } from './duties.js';
import { helpRows } from './help.js';
import { inventoryRows } from './inventory.js';
import { noticesRows } from './notices.js';
import { obligationsRows } from './obligations.js';
import { ordersRows } from './orders.js';
import { parkingRows } from './parking.js';
import { policyRows } from './policy.js';
import { readingRows } from './reading.js';
import { registryRows } from './registry.js';
import type { Row, Rows } from './row.js';

const VALID_FROM = '2026-01-01T00:00:00.000Z';

/** The matrix in force from the first day, by action. */
export const rowsV1 = {
  ...ordersRows,
  ...inventoryRows,
  ...deliveryRows,
  ...registryRows,
  ...dutiesRows,
  ...policyRows,
  ...obligationsRows,
  ...helpRows,
  ...noticesRows,
  ...approvalsRows,
  ...casesRows,
  ...bulletinRows,
  ...parkingRows,
  ...readingRows,
};

export function rulesOf<A extends string>(rows: Record<A, Rows>): Rule<A>[] {
  return (Object.entries(rows) as [A, Rows][]).flatMap(([action, lines]) =>
    lines.flatMap((row) => rulesOfRow(action, row)),
  );
}

/** Rule ids stand in every event and in every refusal: they are part of the storage format. */
export function ruleId(action: string, role: string, suffix = ''): string {
  const name = action.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return `${name}/${role}${suffix}`;
}

function rulesOfRow<A extends string>(action: A, { roles, postures, risks, conditions, as, ...terms }: Row): Rule<A>[] {
  // An obligation has two halves, one per part of the crisis: the half without a clock says so in its id.
  const half = postures && terms.modality === 'allowed' ? '/outside-crisis' : '';
  const suffix = `${as ? `/${as}` : ''}${half}`;
  return roles.map((role) => ({
    ...terms,
    id: ruleId(action, role, suffix),
    role,
    action,
    ...(postures ? { postures: [...postures] } : {}),
    ...(risks ? { risks: [...risks] } : {}),
    ...(conditions ? { conditions: [...conditions] } : {}),
    validFrom: VALID_FROM,
  }));
}
