import { HoldingTables1764000800000 } from '../adapters/postgres/holding-tables.js';
import { HoldingsController } from '../read-models/holdings/holdings.controller.js';
import { holdings } from '../read-models/holdings/holdings.projection.js';
import type { Part } from './part.js';

export const holdingsPart: Part = {
  migrations: [HoldingTables1764000800000],
  consumers: () => holdings,
  controllers: [HoldingsController],
};
