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
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export class DutyRuleBody {
  @IsString()
  @Length(1, 100)
  id: string;

  @IsIn(ROLES)
  role: Role;

  @IsIn(ACTIONS)
  action: Action;

  @IsIn(MODALITIES)
  modality: Modality;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(POSTURES, { each: true })
  postures?: Posture[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(RISK_LEVELS, { each: true })
  risks?: RiskLevel[];

  @IsIn(SCOPES)
  scope: DutyScope;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(CONDITIONS, { each: true })
  conditions?: Condition[];

  @IsOptional()
  @IsInt()
  @Min(1)
  deadlineMinutes?: number;

  @IsOptional()
  @IsIn(ROLES)
  escalateTo?: Role;

  @IsString()
  @Length(1, 300)
  legalBasis: string;

  @IsString()
  @Length(1, 100)
  appeal: string;

  @IsString()
  @Length(1, 20)
  seedRef: string;

  @Matches(INSTANT)
  validFrom: string;

  @IsOptional()
  @Matches(INSTANT)
  validTo?: string;
}

export class ActivateDutyMatrixBody {
  @IsInt()
  @Min(1)
  version: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => DutyRuleBody)
  rules: DutyRuleBody[];

  /** What the keys in legalBasis and appeal stand for. */
  @IsOptional()
  @IsObject()
  texts?: Record<string, Bilingual>;
}

export class RationingBody {
  /** How much of one item a household may ask for in a round. */
  @IsInt()
  @Min(1)
  perItem: number;
}

export class SwitchPostureBody {
  @IsIn(POSTURES)
  posture: Posture;

  @IsString()
  @Length(1, 300)
  territory: string;

  @IsString()
  @Length(1, 300)
  reason: string;

  /** The kind of crisis, in the district's own word: epidemic, flood, quake. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  incident?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => RationingBody)
  rationing?: RationingBody;
}

export class SetRiskLevelBody {
  @IsIn(RISK_LEVELS)
  level: RiskLevel;

  @IsString()
  @Length(1, 300)
  territory: string;

  @IsString()
  @Length(1, 300)
  reason: string;
}
