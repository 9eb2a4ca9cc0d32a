import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  CallerOf,
  decodeCursor,
  limitOf,
  MayBeMissing,
  IsTerritory,
  PageQuery,
  pageOf,
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { placeOf, rowsOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';

interface Row {
  consignment_id: string;
  round_id: string;
  community: string;
  supplier: string | null;
  consignee: string;
  dispatched_at: string | null;
  received_at: string | null;
  shipped: string;
  accepted: string;
  rejected: string;
}

export class ConsignmentsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('throughput/consignments')
@UseInterceptors(AfterInterceptor)
export class ConsignmentsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: ConsignmentsQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    seen(see(this.runtime, caller, { action: 'SeeThroughput', territory }));
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rows = await rowsOf<Row>(
      this.runtime,
      `select * from oversight.consignment
       where (community = $1 or starts_with(community, $1 || '/')) and consignment_id > $2
       order by consignment_id limit $3`,
      [territory, after, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.consignment_id]);
    return { ...page, items: page.items.map(told) };
  }
}

function told(row: Row) {
  const arrived = row.received_at !== null;
  return {
    id: row.consignment_id,
    roundId: row.round_id,
    community: row.community,
    supplier: row.supplier,
    consignee: row.consignee,
    holder: arrived ? row.consignee : row.supplier,
    heldSince: arrived ? row.received_at : row.dispatched_at,
    status: arrived ? 'counted' : 'on-its-way',
    shipped: Number(row.shipped),
    accepted: Number(row.accepted),
    rejected: Number(row.rejected),
  };
}
