import { IsCode, IsCommunity, IsId, IsMoment, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import type { DecisionOutcome } from '../../domain/meeting-decision/meeting-decision.js';

const OPTIONS_MAX = 20;
const VALUE_MAX = 1_000_000;
const TITLE_MAX = 200;
const REASON_MAX = 300;

export class OpenPollBody {
  @IsId() id: string;

  @IsCommunity() territory: string;

  /** Code of what is voted on, such as `slot-minutes`. */
  @IsCode() parameter: string;

  /** The discretion envelope: what the community may set by itself. */
  @IsWhole(0, VALUE_MAX) least: number;

  @IsWhole(0, VALUE_MAX) most: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(OPTIONS_MAX)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(VALUE_MAX, { each: true })
  options: number[];

  @IsMoment() closesAt: string;
}

export class VoteBody {
  @IsWhole(0, VALUE_MAX) option: number;

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
