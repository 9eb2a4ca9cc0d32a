import { IsCode, IsId, IsListOf, IsMoment, IsPart, IsTerritory, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { IsIn } from 'class-validator';
import { CLAUSES_MAX, DAYS_MAX, PARAMETERS, TIMES_MAX, type Parameter } from '../../domain/policy/clause.js';
import { ClauseBody, CLAUSES, IsClauseId } from './clauses.dto.js';

const VERSION_MAX = 1_000_000_000;
const VALUE_MAX = Math.max(TIMES_MAX, DAYS_MAX);
const RANGES = { least: 0, most: 2 * CLAUSES_MAX };

/** The text that the policy carries out. */
export class SourceBody {
  @IsText(200) title: string;
  @IsText(200) article: string;
  @MayBeMissing() @IsText(2000) text?: string;
}

/** Between which values those below may set a parameter of a clause. */
export class DelegatedRangeBody {
  @IsClauseId() clause: string;
  @IsIn(PARAMETERS) parameter: Parameter;
  @IsWhole(1, VALUE_MAX) least: number;
  @IsWhole(1, VALUE_MAX) most: number;
}

export class IssuePolicyBody {
  /** The last one issued in the district plus one. */
  @IsWhole(1, VERSION_MAX)
  version: number;

  @IsTerritory()
  territory: string;

  /** The version in force above; 0 where there is none. */
  @IsWhole(0, VERSION_MAX)
  parentVersion: number;

  @IsPart(() => SourceBody)
  source: SourceBody;

  @IsListOf(() => ClauseBody, CLAUSES)
  clauses: ClauseBody[];

  @MayBeMissing()
  @IsListOf(() => DelegatedRangeBody, RANGES)
  delegated?: DelegatedRangeBody[];

  /** At once where it is left out. */
  @MayBeMissing()
  @IsMoment()
  effectiveFrom?: string;

  @MayBeMissing()
  @IsMoment()
  effectiveTo?: string;
}

export class SetLocalParameterBody {
  @IsTerritory() territory: string;
  @IsClauseId() clause: string;
  @IsIn(PARAMETERS) parameter: Parameter;
  @IsWhole(1, VALUE_MAX) value: number;
  @IsText(300) reason: string;
}

export class ProposeLocalRuleBody {
  @IsId() id: string;
  @IsTerritory() territory: string;
  @IsText(100) title: string;

  /** All that the rule would let through at the place. */
  @IsListOf(() => ClauseBody, CLAUSES)
  clauses: ClauseBody[];
}

export class ReportUnknownRuleBody {
  @IsId() id: string;

  /** Where it was met, a building at the narrowest: what lies below is left out. */
  @IsTerritory()
  territory: string;

  /** What was let through, in the language of policies. */
  @IsListOf(() => ClauseBody, CLAUSES)
  met: ClauseBody[];

  /** The organisation at whose desk it was met: what it adds to the policy in force is its breach. */
  @MayBeMissing()
  @IsCode()
  imposedBy?: string;
}
