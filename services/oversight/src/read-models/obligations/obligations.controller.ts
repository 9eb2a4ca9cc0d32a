import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsCode,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { IsIn } from 'class-validator';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { obligationsPage, type Obligation } from './obligations.answers.js';

interface Row {
  obligation_id: string;
  action: string;
  community: string;
  subject_kind: Obligation['subject']['kind'];
  subject_id: string;
  rule: string;
  role: string;
  owner: string;
  owner_kind: string | null;
  owner_name: string | null;
  started_at: string;
  due_at: string;
  status: Obligation['status'];
  level: number;
  answer_role: string | null;
  /** Null where nobody answers for it yet. */
  answer_owner: string;
  breached_at: string | null;
  ended_at: string | null;
  late: boolean | null;
  outcome: Exclude<Obligation['outcome'], undefined> | null;
}

const STATUSES = ['open', 'running', 'breached', 'fulfilled', 'lapsed', 'settled', 'unanswered'] as const;

export class ObligationsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** `open`: a clock runs, before or after a breach. */
  @MayBeMissing() @IsIn(STATUSES) status?: (typeof STATUSES)[number];

  @MayBeMissing() @IsCode() owner?: string;
}

/** Roles that see what others owe; everybody else sees what is their own organisation's. */
const OVERSEEING = ['district-office', 'subdistrict-office', 'residents-committee'];

@Controller('obligations')
@UseInterceptors(AfterInterceptor)
export class ObligationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Answers(200, obligationsPage)
  async list(@CallerOf() caller: Caller, @Query() query: ObligationsQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeObligations', territory }));
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const own = OVERSEEING.includes(by.role) ? null : by.organisation || by.actor;
    const rows = await rowsOf<Row>(
      this.runtime,
      `select o.*, a.kind as owner_kind, a.name as owner_name
       from oversight.obligation o left join oversight.actor a on a.actor_id = o.owner
       where (o.community = $1 or starts_with(o.community, $1 || '/') or starts_with($1, o.community || '/'))
         and (o.territory = $1 or starts_with(o.territory, $1 || '/'))
         and ($2::text is null or o.status = $2 or ($2 = 'open' and o.ended_at is null))
         and ($3::text is null or o.owner = $3) and ($4::text is null or o.owner = $4) and o.obligation_id > $5
       order by o.obligation_id limit $6`,
      [territory, query.status ?? null, query.owner ?? null, own, after, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.obligation_id]);
    const named = by.role === 'residents-committee' || own !== null;
    return { ...page, items: page.items.map((row) => told(row, named)) };
  }
}

/** Offices read the names of organisations; a person is a person to them. */
function told(row: Row, named: boolean) {
  const isPerson = row.owner_kind === 'person';
  const name = row.owner_name === null ? {} : { name: row.owner_name };
  return {
    id: row.obligation_id,
    action: row.action,
    community: row.community,
    subject: { kind: row.subject_kind, id: row.subject_id },
    rule: row.rule,
    role: row.role,
    owner: isPerson && !named ? { persons: 1 as const } : { id: row.owner, ...name },
    startedAt: row.started_at,
    dueAt: row.due_at,
    status: row.status,
    level: row.level,
    ...(row.answer_role === null ? {} : { answering: { role: row.answer_role, id: row.answer_owner } }),
    ...(row.breached_at === null ? {} : { breachedAt: row.breached_at }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.late === null ? {} : { late: row.late }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
  };
}
