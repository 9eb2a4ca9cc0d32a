import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
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
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { communityOf } from '@baogong/kernel';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { seesPersons } from '../masking.js';
import { delegationsPage, proxiesPage } from './delegations.answers.js';

interface Row {
  id: string;
  giver: string;
  giver_kind: string | null;
  taker: string;
  taker_kind: string | null;
  territory: string;
  actions: string[];
  starts_at: string;
  expires_at: string;
  revoked_at: string | null;
  told: { role: string; kind: string; consent: string };
}

export class DelegationsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

interface Asked {
  caller: Caller;
  query: DelegationsQuery;
  kind: 'delegation' | 'proxy';
}

/** Roles that see what others passed on; everybody else sees what they gave or were given. */
const OVERSEEING = ['district-office', 'subdistrict-office', 'residents-committee'];

@Controller()
@UseInterceptors(AfterInterceptor)
export class DelegationsListController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('delegations')
  @Answers(200, delegationsPage)
  delegations(@CallerOf() caller: Caller, @Query() query: DelegationsQuery) {
    return this.page({ caller, query, kind: 'delegation' }, (row, named) => ({
      id: row.id,
      from: partyOf(row.giver, row.giver_kind, named(row.giver)),
      to: partyOf(row.taker, row.taker_kind, named(row.taker)),
      role: row.told.role,
      territory: row.territory,
    }));
  }

  @Get('proxies')
  @Answers(200, proxiesPage)
  proxies(@CallerOf() caller: Caller, @Query() query: DelegationsQuery) {
    return this.page({ caller, query, kind: 'proxy' }, (row, named) => ({
      id: row.id,
      proxy: partyOf(row.taker, row.taker_kind, named(row.taker)),
      // Where a household lives is as personal as its name.
      territory: named(row.giver) ? row.territory : (communityOf(row.territory) ?? row.territory),
      kind: row.told.kind,
      consent: row.told.consent,
    }));
  }

  private async page<T extends object>(
    { caller, query, kind }: Asked,
    told: (row: Row, named: (party: string) => boolean) => T,
  ) {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeDelegations', territory }));
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    // One's own, and for a household what it gave to its proxies.
    const own = [by.actor, by.organisation, ...(by.role === 'resident' ? [territory] : [])];
    const sees = OVERSEEING.includes(by.role);
    const rows = await rowsOf<Row>(this.runtime, ROWS, [territory, kind, sees, own, after, limit + 1]);
    const page = pageOf(rows, limit, (row) => [row.id]);
    const named = (party: string) => seesPersons(by) || own.includes(party);
    return { ...page, items: page.items.map((row) => ({ ...told(row, named), ...termsOf(row) })) };
  }
}

const ROWS = `
  select p.*, g.kind as giver_kind, t.kind as taker_kind
  from oversight.passed_on p
  left join oversight.actor g on g.actor_id = p.giver left join oversight.actor t on t.actor_id = p.taker
  where p.kind = $2 and p.id > $5
    and (($3 and (p.territory = $1 or starts_with(p.territory, $1 || '/'))) or p.giver = any($4::text[]) or p.taker = any($4::text[]))
  order by p.id limit $6`;

function partyOf(id: string, kind: string | null, named: boolean) {
  return named || kind === 'organisation' ? { id } : { persons: 1 as const };
}

function termsOf({ actions, starts_at, expires_at, revoked_at }: Row) {
  const revoked = revoked_at === null ? {} : { revokedAt: revoked_at };
  return { actions, startsAt: starts_at, expiresAt: expires_at, ...revoked };
}
