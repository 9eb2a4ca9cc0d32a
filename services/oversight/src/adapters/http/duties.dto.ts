import {
  ACTIONS,
  CONDITIONS,
  MODALITIES,
  POSTURES,
  RISK_LEVELS,
  ROLES,
  SCOPES,
  type Action,
  type Bilingual,
  type Condition,
  type DutyScope,
  type Modality,
  type Posture,
  type RiskLevel,
  type Role,
} from '@baogong/duties';
import { IsListOf, IsMoment, IsPart, IsTerritory, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, Matches } from 'class-validator';

const INSTANT = /^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const RULES = { least: 1, most: 2000 };
const MINUTES_MAX = 525_600;
const VERSION_MAX = 1_000_000_000;

const says = { message: 'must be a time in UTC with milliseconds, such as 2026-04-15T06:00:00.000Z' };
/** Written into the log as it stands, so it has the form of the log already. */
const IsInstant = () => (target: object, property: string) => {
  for (const rule of [IsMoment(), Matches(INSTANT, says)]) rule(target, property);
};

export class DutyRuleBody {
  @IsText(100)
  id: string;

  @IsIn(ROLES)
  role: Role;

  @IsIn(ACTIONS)
  action: Action;

  @IsIn(MODALITIES)
  modality: Modality;

  @MayBeMissing()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(POSTURES.length)
  @ArrayUnique()
  @IsIn(POSTURES, { each: true })
  postures?: Posture[];

  @MayBeMissing()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(RISK_LEVELS.length)
  @IsIn(RISK_LEVELS, { each: true })
  risks?: RiskLevel[];

  @IsIn(SCOPES)
  scope: DutyScope;

  @MayBeMissing()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CONDITIONS.length)
  @IsIn(CONDITIONS, { each: true })
  conditions?: Condition[];

  @MayBeMissing()
  @IsWhole(1, MINUTES_MAX)
  deadlineMinutes?: number;

  @MayBeMissing()
  @IsIn(ROLES)
  escalateTo?: Role;

  @IsText(300)
  legalBasis: string;

  @IsText(100)
  appeal: string;

  @IsText(20)
  seedRef: string;

  @IsInstant()
  validFrom: string;

  @MayBeMissing()
  @IsInstant()
  validTo?: string;
}

export class ActivateDutyMatrixBody {
  @IsWhole(1, VERSION_MAX)
  version: number;

  /** As it was read: what is sent with rules is the district's own, whatever it was made from. */
  @MayBeMissing()
  @IsWhole(1, VERSION_MAX)
  edition?: number;

  /** As it was read. */
  @MayBeMissing()
  @IsObject()
  offered?: object;

  /** Missing: the document that Baogong brings, whole. */
  @MayBeMissing()
  @IsListOf(() => DutyRuleBody, RULES)
  rules?: DutyRuleBody[];

  /** What the keys in legalBasis and appeal stand for. */
  @MayBeMissing()
  @IsObject()
  texts?: Record<string, Bilingual>;
}

export class RationingBody {
  /** How much of one item a household may ask for in a round. */
  @IsWhole(1, 10_000)
  perItem: number;
}

export class SwitchPostureBody {
  @IsIn(POSTURES)
  posture: Posture;

  @IsTerritory()
  territory: string;

  @IsText(300)
  reason: string;

  /** The kind of crisis, in the district's own word: epidemic, flood, quake. */
  @MayBeMissing()
  @IsText(60)
  incident?: string;

  @MayBeMissing()
  @IsPart(() => RationingBody)
  rationing?: RationingBody;
}

export class SetRiskLevelBody {
  @IsIn(RISK_LEVELS)
  level: RiskLevel;

  @IsTerritory()
  territory: string;

  @IsText(300)
  reason: string;
}
