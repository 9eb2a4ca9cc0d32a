import type { By } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Holder } from '../../application/case-parts.js';
import type { Runtime } from '../../application/runtime.js';
import type { CaseListed } from './cases.answers.js';

export interface CaseRow {
  case_id: string;
  number: string;
  kind: CaseListed['kind'];
  subject: string;
  item_class: string | null;
  sku: string | null;
  about: string | null;
  place: string;
  household_id: string | null;
  severity: number;
  status: CaseListed['status'];
  level: number;
  owner_role: string;
  owner_actor: string;
  due_at: string;
  opened_at: string;
  answered_at: string | null;
  closed_at: string | null;
  how: Exclude<CaseListed['how'], undefined> | null;
  /** Open cases of the same community about the same; shown, and never counted in the order. */
  alike: string;
}

export interface Ask {
  territory: Territory;
  by: By;
  statuses: string[];
  after: [severity: number, dueAt: string, caseId: string];
  limit: number;
}

const OFFICES = ['residents-committee', 'subdistrict-office', 'district-office'];
const DOERS = ['property-firm', 'platform', 'pickup-station', 'transporter'];

/** Which cases somebody sees: the offices all, a household its own, a doer its own work, a visitor what to look at. */
const VISIBLE = `(
  ($2 = 'resident' and household_id = any($3))
  or ($2 = any($4))
  or ($2 = any($5) and (owner_actor = any($6) or (kind = 'dispute' and about = any($6))))
  or ($2 in ('volunteer', 'social-organisation', 'grid-worker')
      and (status = 'visit-due' or ($2 = 'social-organisation' and kind = 'dispute'))))`;

const ALIKE = `(select count(*) from oversight.feedback_case a
  where a.status <> 'closed' and a.kind = c.kind and a.subject = c.subject and a.item_class is not distinct from c.item_class
    and a.sku is not distinct from c.sku and a.about is not distinct from c.about
    and substring(a.place from '^.*/c-[^/]+') is not distinct from substring(c.place from '^.*/c-[^/]+')) as alike`;

const seenBy = ({ role, households, actor, organisation }: By) => [
  ...[role, households, OFFICES, DOERS, [actor, organisation]],
];

/** The gravest first, of those the one whose clock runs out first. */
export function caseRows(runtime: Runtime, { territory, by, statuses, after, limit }: Ask): Promise<CaseRow[]> {
  return rowsOf<CaseRow>(
    runtime,
    `select c.*, ${ALIKE} from oversight.feedback_case c
     where (place = $1 or starts_with(place, $1 || '/')) and ${VISIBLE}
       and status = any($7) and (severity, due_at, case_id) > ($8, $9, $10)
     order by severity, due_at, case_id limit $11`,
    [territory, ...seenBy(by), statuses, ...after, limit],
  );
}

export async function placeOfCase(runtime: Runtime, caseId: string): Promise<Territory | undefined> {
  const [row] = await rowsOf<{ place: string }>(
    runtime,
    'select place from oversight.feedback_case where case_id = $1',
    [caseId],
  );
  return row?.place;
}

export async function caseRow(runtime: Runtime, by: By, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await rowsOf<CaseRow>(
    runtime,
    `select c.*, ${ALIKE} from oversight.feedback_case c where case_id = $1 and ${VISIBLE}`,
    [caseId, ...seenBy(by)],
  );
  return row;
}

/** Organisations that hold a role over a place; whoever works for one stands for it. */
export function holdersAt(runtime: Runtime, place: Territory): Promise<Holder[]> {
  return rowsOf<Holder>(
    runtime,
    `select g.role, coalesce(g.organisation, g.actor_id) as actor
     from oversight.role_grant g join oversight.actor a using (actor_id)
     where (g.territory = $1 or starts_with($1, g.territory || '/')) and g.withdrawn_at is null
       and (g.expires_at is null or g.expires_at > $2) and (a.kind = 'organisation' or g.organisation is not null)
     order by length(g.territory) desc, actor`,
    [place, runtime.clock.now()],
  );
}
