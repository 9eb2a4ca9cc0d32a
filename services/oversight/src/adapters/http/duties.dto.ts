import { ACTIONS, ROLES, type Action, type DutyScope, type Modality, type Posture, type Role } from '@baogong/duties';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { POSTURES } from '../../domain/posture/posture.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export class DutyRuleBody {
  @IsString()
  @Length(1, 100)
  id: string;

  @IsIn(ROLES)
  role: Role;

  @IsIn(ACTIONS)
  action: Action;

  @IsIn(['allowed', 'obliged', 'forbidden'])
  modality: Modality;

  @IsArray()
  @ArrayMinSize(1)
  @IsIn(POSTURES, { each: true })
  postures: Posture[];

  @IsIn(['territory', 'own-household', 'own-organisation', 'city'])
  scope: DutyScope;

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
}
