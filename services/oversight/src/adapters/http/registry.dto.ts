import { ACTIONS, ROLES, type Action, type Role } from '@baogong/duties';
import { IsCode, IsId, IsMoment, IsTerritory, IsText, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';

const NAME_MAX = 100;
const REASON_MAX = 300;

/** Ids of actors are codes that name an organisation or stand for a person; they are written into the log. */
export class RegisterActorBody {
  @IsCode() id: string;
  @IsIn(['person', 'organisation']) kind: 'person' | 'organisation';
  @MayBeMissing() @IsText(NAME_MAX) name?: string;
  /** Where the actor is at home: its committee, or the district, may change what it holds. */
  @IsTerritory() territory: string;
}

export class GrantRoleBody {
  @IsId() id: string;
  @IsCode() actorId: string;
  @IsIn(ROLES) role: Role;
  @IsTerritory() territory: string;
  @MayBeMissing() @IsCode() organisation?: string;
  @MayBeMissing() @IsMoment() expiresAt?: string;

  /** Named actions only; all that the role may do where missing. */
  @MayBeMissing()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ACTIONS.length)
  @ArrayUnique()
  @IsIn(ACTIONS, { each: true })
  actions?: Action[];
}

export class WithdrawRoleBody {
  @MayBeMissing() @IsText(REASON_MAX, 0) reason?: string;
}
