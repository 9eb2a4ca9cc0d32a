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
  Problem,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { communityOf, covers, type Territory } from '@baogong/kernel';
import { IsIn } from 'class-validator';
import { stillStands } from '../../application/policies.js';
import { placeOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { localRulesPage } from './local-rules.answers.js';
import { localRuleRows, NEWEST, type LocalRuleRow } from './local-rules.query.js';

export class LocalRulesQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  @MayBeMissing() @IsIn(['accepted', 'rejected']) outcome?: 'accepted' | 'rejected';
}

@Controller('local-rules')
@UseInterceptors(AfterInterceptor)
export class LocalRulesListController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Published for all of the community: what was accepted, and whether it stands; what was rejected, and why. */
  @Get()
  @Answers(200, localRulesPage)
  async list(@CallerOf() caller: Caller, @Query() query: LocalRulesQuery) {
    const place = placeOf(this.runtime, caller, query.territory);
    seen(see(this.runtime, caller, { action: 'SeePolicies', territory: place }));
    if (!this.reachesAll(caller, place)) throw new Problem('not-found');
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 2) ?? NEWEST;
    const rows = await localRuleRows(this.runtime, { place, outcome: query.outcome, after, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ decided_at, rule_id }) => [decided_at, rule_id]);
    return { ...page, items: await Promise.all(page.items.map((row) => this.told(row))) };
  }

  /** Above communities only for those who are there for all of them: one community’s rules are not another’s. */
  private reachesAll({ actor }: Caller, place: Territory): boolean {
    const held = this.runtime.authority.grantsOf(actor);
    return communityOf(place) !== undefined || held.some(({ territory }) => covers(territory, place));
  }

  private async told(row: LocalRuleRow) {
    const { territory, outcome, told } = row;
    const isInForce = outcome === 'accepted' && (await stillStands(this.runtime, { territory, clauses: told.clauses }));
    return { ...ruleTold(row), inForce: isInForce };
  }
}

function ruleTold({ rule_id, territory, outcome, title, told, ...row }: LocalRuleRow) {
  const { proposed_by, role, policy_version, decided_at } = row;
  const decided = { proposedBy: proposed_by, role, policyVersion: policy_version, decidedAt: decided_at };
  return { id: rule_id, territory, title, outcome, ...decided, ...told };
}
