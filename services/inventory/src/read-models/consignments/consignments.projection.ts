import type { Projection } from '@baogong/event-pipe';

export const consignmentsProjection: Projection = {
  name: 'consignments',
  source: 'inventory',
  handles: ['ConsignmentDispatched', 'GoodsReceived'],

  async apply(tx, records) {
    const told = (type: string) =>
      records.filter((record) => record.type === type).map(({ at, data }) => ({ ...(data as object), at }));
    const dispatched = told('ConsignmentDispatched');
    const counted = told('GoodsReceived');
    if (dispatched.length > 0) await tx.query(INSERT, [JSON.stringify(dispatched)]);
    if (counted.length > 0) await tx.query(COUNT, [JSON.stringify(counted)]);
  },
};

const INSERT = `
  insert into read.consignment (consignment_id, round_id, territory, supplier, consignee, shipped, dispatched_at)
  select c."consignmentId", c."roundId", c.territory, c.supplier, c.consignee, c.lines, c.at
  from json_to_recordset($1::json) as c("consignmentId" text, "roundId" text, territory text, supplier text,
    consignee text, lines json, at text)`;

const COUNT = `
  update read.consignment s set counted = c.lines, counted_at = c.at
  from json_to_recordset($1::json) as c("consignmentId" text, lines json, at text)
  where s.consignment_id = c."consignmentId"`;
