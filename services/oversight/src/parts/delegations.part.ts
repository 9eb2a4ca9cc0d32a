import type {
  DelegationRevoked,
  DutyDelegated,
  ProxyAppointed,
  ProxyRevoked,
  TerritoryRegistered,
} from '@baogong/contracts';
import { DelegationsController } from '../adapters/http/delegations.controller.js';
import { DelegationTables1790300300000 } from '../adapters/postgres/delegation-tables.js';
import { DelegationsListController } from '../read-models/delegations/delegations.controller.js';
import { delegations } from '../read-models/delegations/delegations.projection.js';
import type { Part } from './part.js';

export const delegationsPart: Part = {
  migrations: [DelegationTables1790300300000],
  published: {
    TerritoryRegistered: ({ data }) => data as TerritoryRegistered,
    DutyDelegated: ({ data }) => data as DutyDelegated,
    DelegationRevoked: ({ data }) => data as DelegationRevoked,
    ProxyAppointed: ({ data }) => data as ProxyAppointed,
    ProxyRevoked: ({ data }) => data as ProxyRevoked,
  },
  consumers: () => [delegations],
  controllers: [DelegationsController, DelegationsListController],
};
