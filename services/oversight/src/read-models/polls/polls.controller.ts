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
import { decisionsPage, pollsPage, poll, type Decision, type Poll } from './polls.answers.js';

interface PollRow {
  poll_id: string;
  place: string;
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

const WITHIN = `(place = $1 or starts_with(place, $1 || '/'))`;

@Controller()
@UseInterceptors(AfterInterceptor)
export class PollsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Nothing is told of the votes before the poll is over. */
  @Get('polls')
  @Answers(200, pollsPage)
  async polls(@CallerOf() caller: Caller, @Query() query: PollsQuery) {
    const { limit, place, after } = this.asked(caller, query);
    const rows = await rowsOf<PollRow>(
      this.runtime,
      `select * from oversight.poll where ${WITHIN} and poll_id > $2 order by poll_id limit $3`,
      [place, after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ poll_id }) => [poll_id]);
    return { ...page, items: page.items.map(pollTold) };
  }

  @Get('polls/:id')
  @Answers(200, poll)
  async poll(@CallerOf() caller: Caller, @Param('id') id: string) {
    const [row] = await rowsOf<PollRow>(this.runtime, 'select * from oversight.poll where poll_id = $1', [id]);
    if (!row) throw new Problem('not-found');
    seen(see(this.runtime, caller, { action: 'SeePolls', territory: row.place }));
    return pollTold(row);
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

  private asked(caller: Caller, query: PollsQuery): { limit: number; place: Territory; after: string } {
    const territory = placeOf(this.runtime, caller, query.territory);
    const { role } = seen(see(this.runtime, caller, { action: 'SeePolls', territory }));
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    // Whoever lives in a household is asked as one of its community.
    const place = role === 'resident' ? (communityOf(territory) ?? territory) : territory;
    return { limit: limitOf(query), place, after: String(after) };
  }
}

function pollTold(row: PollRow): Poll {
  const { place, parameter, least, most, options, outcome } = row;
  return {
    id: row.poll_id,
    ...{ territory: place, parameter, least, most, options },
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    status: outcome === null ? 'open' : 'closed',
    ...(outcome === null ? {} : { outcome, votes: row.votes, counts: row.counts }),
    ...(row.value === null ? {} : { value: row.value }),
  };
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
