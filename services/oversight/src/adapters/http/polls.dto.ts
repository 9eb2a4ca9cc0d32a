import { IsCode, IsCommunity, IsId, IsMoment, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { DAYS_MAX, PARAMETERS, TIMES_MAX, type Parameter } from '../../domain/policy/clause.js';
import type { DecisionOutcome } from '../../domain/meeting-decision/meeting-decision.js';
import { IsClauseId } from './clauses.dto.js';

const OPTIONS_MAX = 20;
const VALUE_MAX = Math.max(TIMES_MAX, DAYS_MAX);
const VERSION_MAX = 1_000_000_000;
const TITLE_MAX = 200;
const REASON_MAX = 300;

export class OpenPollBody {
  @IsId() id: string;

  @IsCommunity() territory: string;

  /** The version in force there whose clause is voted on. */
  @IsWhole(0, VERSION_MAX) policyVersion: number;

  @IsClauseId() clause: string;

  /** Which of the clause's parameters; it has to be delegated, and every option to lie within the range. */
  @IsIn(PARAMETERS) parameter: Parameter;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(OPTIONS_MAX)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(VALUE_MAX, { each: true })
  options: number[];

  @IsMoment() closesAt: string;
}

export class VoteBody {
  @IsWhole(1, VALUE_MAX) option: number;

  /** Of those who live in several. */
  @MayBeMissing() @IsCode() householdId?: string;
}

export class RecordDecisionBody {
  @IsId() id: string;

  @IsCommunity() territory: string;

  /** What was decided. It is public: it names no person. */
  @IsText(TITLE_MAX) title: string;

  /** Code of the organisation that has to do it. */
  @IsCode() owner: string;

  @IsMoment() dueAt: string;
}

export class EndDecisionBody {
  @IsIn(['fulfilled', 'dropped']) outcome: DecisionOutcome;

  /** Needed where it is dropped. */
  @MayBeMissing() @IsText(REASON_MAX) reason?: string;
}
