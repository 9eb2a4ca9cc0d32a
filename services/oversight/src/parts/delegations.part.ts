import type {
  DelegationRevoked,
  DutyDelegated,
  ProxyAppointed,
  ProxyRevoked,
  TerritoryRegistered,
} from '@baogong/contracts';
import { DelegationsController } from '../adapters/http/delegations.controller.js';
import type { Part } from './part.js';

export const delegationsPart: Part = {
  published: {
    TerritoryRegistered: ({ data }) => data as TerritoryRegistered,
    DutyDelegated: ({ data }) => data as DutyDelegated,
    DelegationRevoked: ({ data }) => data as DelegationRevoked,
    ProxyAppointed: ({ data }) => data as ProxyAppointed,
    ProxyRevoked: ({ data }) => data as ProxyRevoked,
  },
  controllers: [DelegationsController],
};
