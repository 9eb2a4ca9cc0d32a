import { ACTIONS, ROLES, type Action, type Role } from '@baogong/duties';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';

/** Ids of actors are codes that name an organisation or stand for a person; they are written into the log. */
const ACTOR_CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;
const TERRITORY = /^d-[A-Za-z0-9][A-Za-z0-9/-]{0,290}$/;

export class RegisterActorBody {
  @Matches(ACTOR_CODE)
  id: string;

  @IsIn(['person', 'organisation'])
  kind: 'person' | 'organisation';

  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  /** Where the actor is at home: its committee, or the district, may change what it holds. */
  @Matches(TERRITORY)
  territory: string;
}

export class GrantRoleBody {
  @IsString()
  @Length(1, 100)
  id: string;

  @Matches(ACTOR_CODE)
  actorId: string;

  @IsIn(ROLES)
  role: Role;

  @Matches(TERRITORY)
  territory: string;

  @IsOptional()
  @Matches(ACTOR_CODE)
  organisation?: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  expiresAt?: string;

  /** Named actions only; all that the role may do where missing. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ACTIONS, { each: true })
  actions?: Action[];
}

export class WithdrawRoleBody {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  reason?: string;
}
