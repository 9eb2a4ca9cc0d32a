import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  Problem,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { By } from '@baogong/decider';
import { communityOf, placeWithoutHome } from '@baogong/kernel';
import { IsIn } from 'class-validator';
import { CASE_PARTS } from '../../application/case-parts.js';
import type { CaseParts, Statement } from '../../application/case-parts.js';
import { placeOf, see } from '../../application/reading.js';
import { casesPage, caseTold, STATUSES } from './cases.answers.js';
import { caseRow, caseRows, placeOfCase, type CaseRow } from './cases.query.js';

const RUNNING = STATUSES.filter((status) => status !== 'closed');
const ON_THE_CLOCK = ['open', 'overdue', 'visit-due'];

export class CasesQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** Those not closed where missing. */
  @MayBeMissing() @IsIn(STATUSES) status?: string;
}

@Controller('cases')
@UseInterceptors(AfterInterceptor)
export class CasesController {
  constructor(@Inject(CASE_PARTS) private readonly parts: CaseParts) {}

  /** The gravest first, whoever and however many complain. */
  @Get()
  @Answers(200, casesPage)
  async list(@CallerOf() caller: Caller, @Query() query: CasesQuery) {
    const { runtime } = this.parts;
    const territory = placeOf(runtime, caller, query.territory);
    const by = seen(see(runtime, caller, { action: 'SeeCases', territory }));
    const limit = limitOf(query);
    const [severity = '0', dueAt = '', caseId = ''] = decodeCursor(query.cursor, 3) ?? [];
    const after: [number, string, string] = [/^[0-4]$/.test(severity) ? Number(severity) : 0, dueAt, caseId];
    const statuses = query.status ? [query.status] : RUNNING;
    const near = placeWithoutHome(territory);
    const rows = await caseRows(runtime, { territory: near, by, statuses, after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [String(row.severity), row.due_at, row.case_id]);
    return { ...page, items: page.items.map((row) => told(row, by, runtime.clock.now())) };
  }

  @Get(':id')
  @Answers(200, caseTold)
  async one(@CallerOf() caller: Caller, @Param('id') id: string) {
    const { runtime, statements } = this.parts;
    const place = await placeOfCase(runtime, id);
    if (place === undefined) throw new Problem('not-found');
    const by = seen(see(runtime, caller, { action: 'SeeCases', territory: place }));
    const row = await caseRow(runtime, by, id);
    if (!row) throw new Problem('not-found');
    const words = hears(row, by) ? await statements.of(id) : [];
    return { ...told(row, by, runtime.clock.now()), statements: words.filter((each) => maySee(each, row, by)) };
  }
}

const isOwner = ({ owner_role, owner_actor }: CaseRow, { role, actor, organisation }: By) =>
  role === owner_role && [actor, organisation].includes(owner_actor);
const isHome = ({ household_id }: CaseRow, { role, households }: By) =>
  role === 'resident' && household_id !== null && households.includes(household_id);

/** Whoever reported a rule is named to nobody; whose need it is, only to who sees to it and to the own committee. */
function knowsHome(row: CaseRow, by: By): boolean {
  if (isHome(row, by)) return true;
  if (row.kind === 'rule-report') return false;
  return isOwner(row, by) || by.role === 'residents-committee' || row.status === 'visit-due';
}

/** Words are for the household, for whoever has to answer, and for who looks into it. */
function hears(row: CaseRow, by: By): boolean {
  const party = row.kind === 'dispute' && row.about !== null && [by.actor, by.organisation].includes(row.about);
  const mediates = row.kind === 'dispute' && by.role === 'social-organisation';
  return isHome(row, by) || isOwner(row, by) || party || mediates || by.role === 'residents-committee';
}

/** Sides of a dispute read what they said themselves, and what the mediator says; the mediator reads both. */
function maySee({ side }: Statement, row: CaseRow, by: By): boolean {
  if (row.kind !== 'dispute') return true;
  if (isHome(row, by)) return side !== 'other-side';
  return row.about !== null && [by.actor, by.organisation].includes(row.about)
    ? side !== 'household' && side !== 'reporter'
    : true;
}

function told(row: CaseRow, by: By, now: string) {
  const { number, kind, subject, severity, status, level } = row;
  return {
    id: row.case_id,
    ...{ number, kind, subject, place: placeFor(row, by), severity, status, level },
    ...present({ itemClass: row.item_class, sku: row.sku, about: row.about }),
    ...(knowsHome(row, by) ? present({ householdId: row.household_id }) : {}),
    owner: { role: row.owner_role, actor: row.owner_actor },
    dueAt: row.due_at,
    overdue: ON_THE_CLOCK.includes(status) && row.due_at < now,
    openedAt: row.opened_at,
    ...present({ answeredAt: row.answered_at, closedAt: row.closed_at, how: row.how }),
    ...(by.role === 'resident' ? {} : { alike: Number(row.alike) }),
  };
}

/** Offices above the community see no doors and no buildings but of what they own: there few people live. */
function placeFor(row: CaseRow, by: By): string {
  const above = by.role === 'district-office' || by.role === 'subdistrict-office';
  return above && !isOwner(row, by) ? (communityOf(row.place) ?? row.place) : row.place;
}

const present = (fields: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
