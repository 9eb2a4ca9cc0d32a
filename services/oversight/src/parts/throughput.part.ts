import { DistrictTables1790200000000 } from '../adapters/postgres/district-tables.js';
import { ConsignmentsController } from '../read-models/consignments/consignments.controller.js';
import { consignments } from '../read-models/consignments/consignments.projection.js';
import { ThroughputController } from '../read-models/throughput/throughput.controller.js';
import {
  throughputOfDelivery,
  throughputOfInventory,
  throughputOfOrders,
} from '../read-models/throughput/throughput.projection.js';
import type { Part } from './part.js';

export const throughputPart: Part = {
  migrations: [DistrictTables1790200000000],
  consumers: () => [throughputOfOrders, throughputOfInventory, throughputOfDelivery, consignments],
  controllers: [ThroughputController, ConsignmentsController],
};
