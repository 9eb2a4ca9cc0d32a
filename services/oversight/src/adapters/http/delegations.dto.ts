import { PROXY_ACTIONS, ACTIONS, ROLES, type Action, type Role } from '@baogong/duties';
import { IsCode, IsId, IsMoment, IsTerritory, IsText, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import type { Consent, ProxyKind } from '../../domain/proxy/proxy.js';

export class DelegateDutyBody {
  @IsId()
  id: string;

  @IsCode()
  to: string;

  /** The role of the delegating side that the other acts in. */
  @IsIn(ROLES)
  role: Role;

  @IsTerritory()
  territory: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ACTIONS.length)
  @ArrayUnique()
  @IsIn(ACTIONS, { each: true })
  actions: Action[];

  @MayBeMissing()
  @IsMoment()
  startsAt?: string;

  @IsMoment()
  expiresAt: string;
}

export class AppointProxyBody {
  @IsId()
  id: string;

  @IsCode()
  actorId: string;

  /** The household's place, down to the household. */
  @IsTerritory()
  territory: string;

  @IsIn(['relative', 'neighbour', 'volunteer'])
  kind: ProxyKind;

  @IsIn(['own-account', 'in-person', 'telephone', 'paper'])
  consent: Consent;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PROXY_ACTIONS.length)
  @ArrayUnique()
  @IsIn(PROXY_ACTIONS, { each: true })
  actions: Action[];

  @IsMoment()
  expiresAt: string;
}

export class RevocationBody {
  @MayBeMissing()
  @IsText(300, 0)
  reason?: string;
}

export class RegisterTerritoryBody {
  @IsTerritory()
  territory: string;

  @MayBeMissing()
  @IsText(100)
  name?: string;
}
