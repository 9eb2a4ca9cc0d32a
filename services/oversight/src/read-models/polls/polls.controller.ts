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
import { communityOf, type Territory } from '@baogong/kernel';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { masked, seesPersons } from '../masking.js';
import { decisionsPage, pollsPage, poll, type Decision, type Poll } from './polls.answers.js';

interface PollRow {
  poll_id: string;
  place: string;
  policy_version: number;
  clause: string;
  parameter: string;
  least: number;
  most: number;
  options: number[];
  opened_at: string;
  closes_at: string;
  outcome: Exclude<Poll['outcome'], undefined> | null;
  /** This and the counts are null as long as there is no outcome. */
  votes: number;
  counts: { option: number; votes: number }[];
  value: number | null;
  /** Of the version that carries the result; null, as is the code, as long as nothing is known. */
  bound_version: number | null;
  unbound_code: string | null;
  bound_at: string;
}
interface DecisionRow {
  decision_id: string;
  place: string;
  title: string;
  owner_role: string;
  owner_actor: string;
  due_at: string;
  recorded_at: string;
  status: Decision['status'];
  /** Null as long as there is no outcome. */
  ended_at: string;
  outcome: Exclude<Decision['outcome'], undefined> | null;
  reason: string | null;
}

export class PollsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

const POLLS = `select o.*, b.policy_version as bound_version, b.code as unbound_code, b.at as bound_at
  from oversight.poll o left join oversight.poll_binding b using (poll_id)`;
const WITHIN = `(place = $1 or starts_with(place, $1 || '/'))`;

@Controller()
@UseInterceptors(AfterInterceptor)
export class PollsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Nothing is told of the votes before the poll is over. */
  @Get('polls')
  @Answers(200, pollsPage)
  async polls(@CallerOf() caller: Caller, @Query() query: PollsQuery) {
    const { limit, place, after, persons } = this.asked(caller, query);
    const rows = await rowsOf<PollRow>(
      this.runtime,
      `${POLLS} where ${WITHIN} and poll_id > $2 order by poll_id limit $3`,
      [place, after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ poll_id }) => [poll_id]);
    return { ...page, items: page.items.map((row) => pollTold(row, persons)) };
  }

  @Get('polls/:id')
  @Answers(200, poll)
  async poll(@CallerOf() caller: Caller, @Param('id') id: string) {
    const [row] = await rowsOf<PollRow>(this.runtime, `${POLLS} where poll_id = $1`, [id]);
    if (!row) throw new Problem('not-found');
    return pollTold(row, seesPersons(seen(see(this.runtime, caller, { action: 'SeePolls', territory: row.place }))));
  }

  /** What meetings decided, who has to do it and by when. */
  @Get('decisions')
  @Answers(200, decisionsPage)
  async decisions(@CallerOf() caller: Caller, @Query() query: PollsQuery) {
    const { limit, place, after } = this.asked(caller, query);
    const rows = await rowsOf<DecisionRow>(
      this.runtime,
      `select * from oversight.meeting_decision where ${WITHIN} and decision_id > $2 order by decision_id limit $3`,
      [place, after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ decision_id }) => [decision_id]);
    return { ...page, items: page.items.map(decisionTold) };
  }

  private asked(
    caller: Caller,
    query: PollsQuery,
  ): { limit: number; place: Territory; after: string; persons: boolean } {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeePolls', territory }));
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    // Whoever lives in a household is asked as one of its community.
    const place = by.role === 'resident' ? (communityOf(territory) ?? territory) : territory;
    return { limit: limitOf(query), place, after: String(after), persons: seesPersons(by) };
  }
}

function pollTold(row: PollRow, persons: boolean): Poll {
  const { place, clause, parameter, least, most, options, outcome } = row;
  return {
    id: row.poll_id,
    ...{ territory: place, policyVersion: row.policy_version, clause, parameter, least, most, options },
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    status: outcome === null ? 'open' : 'closed',
    ...(outcome === null ? {} : { outcome, ...countsTold(row, persons) }),
    ...(row.value === null ? {} : { value: row.value }),
    ...bindingOf(row),
  };
}

function countsTold(row: PollRow, persons: boolean): Pick<Poll, 'votes' | 'counts'> {
  const counts = row.counts.map(({ option, votes }) => ({ option, votes: masked(votes, persons) }));
  const isWhole = counts.every(({ votes }) => votes !== null);
  return { counts, votes: isWhole ? masked(row.votes, persons) : null };
}

function bindingOf({ outcome, bound_version, unbound_code, bound_at }: PollRow): Pick<Poll, 'binding'> {
  if (bound_version !== null) return { binding: { binds: true, policyVersion: bound_version, since: bound_at } };
  const why = outcome === 'decided' ? unbound_code : outcome;
  return why === null ? {} : { binding: { binds: false, why } };
}

function decisionTold(row: DecisionRow): Decision {
  const { place, title, status, outcome, reason } = row;
  return {
    id: row.decision_id,
    ...{ territory: place, title, status },
    owner: { role: row.owner_role, actor: row.owner_actor },
    dueAt: row.due_at,
    recordedAt: row.recorded_at,
    ...(outcome === null ? {} : { outcome, endedAt: row.ended_at }),
    ...(reason === null ? {} : { reason }),
  };
}
