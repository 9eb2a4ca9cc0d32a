import { PROXY_ACTIONS, ACTIONS, ROLES, type Action, type Role } from '@baogong/duties';
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
import type { Consent, ProxyKind } from '../../domain/proxy/proxy.js';

const ACTOR_CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;
const TERRITORY = /^d-[A-Za-z0-9][A-Za-z0-9/-]{0,290}$/;

export class DelegateDutyBody {
  @IsString()
  @Length(1, 100)
  id: string;

  @Matches(ACTOR_CODE)
  to: string;

  /** The role of the delegating side that the other acts in. */
  @IsIn(ROLES)
  role: Role;

  @Matches(TERRITORY)
  territory: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ACTIONS, { each: true })
  actions: Action[];

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  startsAt?: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  expiresAt: string;
}

export class AppointProxyBody {
  @IsString()
  @Length(1, 100)
  id: string;

  @Matches(ACTOR_CODE)
  actorId: string;

  /** The household's place, down to the household. */
  @Matches(TERRITORY)
  territory: string;

  @IsIn(['relative', 'neighbour', 'volunteer'])
  kind: ProxyKind;

  @IsIn(['own-account', 'in-person', 'telephone', 'paper'])
  consent: Consent;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(PROXY_ACTIONS, { each: true })
  actions: Action[];

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  expiresAt: string;
}

export class RevocationBody {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  reason?: string;
}

export class RegisterTerritoryBody {
  @Matches(TERRITORY)
  territory: string;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;
}
