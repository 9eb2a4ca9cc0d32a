import { IsCommunity, IsDay, IsId, IsListOf, IsMoment, IsText, IsWhole } from '@baogong/http';
import { IsIn } from 'class-validator';

const ITEM_CLASSES = ['food', 'infant', 'hygiene', 'medicine', 'device'] as const;
const TEXT_MAX = 200;
const LINES = { least: 1, most: 200 };
const REJECTED = { least: 0, most: 50 };
const UNITS_MAX = 1_000_000;
const FEN_MAX = 100_000_000;

const IsUnits = (least: number) => IsWhole(least, UNITS_MAX);

export class AnnounceSupplyBody {
  @IsId() id: string;
  @IsCommunity() territory: string;
  @IsText(TEXT_MAX) sku: string;
  @IsText(TEXT_MAX) name: string;
  @IsIn(ITEM_CLASSES) itemClass: (typeof ITEM_CLASSES)[number];
  @IsText(TEXT_MAX) unit: string;
  @IsWhole(0, FEN_MAX) priceFen: number;
  @IsUnits(1) quantity: number;
  @IsUnits(1) weightGrams: number;
  @IsText(TEXT_MAX) origin: string;
  @IsMoment() arrivesFrom: string;
  @IsMoment() arrivesTo: string;
}

export class ReasonBody {
  @IsText(TEXT_MAX) reason: string;
}

export class ShippedLineBody {
  @IsId() offerId: string;
  @IsUnits(1) quantity: number;
}

export class DispatchConsignmentBody {
  @IsId() id: string;
  @IsId() roundId: string;
  @IsCommunity() territory: string;
  @IsText(TEXT_MAX) consignee: string;
  @IsListOf(() => ShippedLineBody, LINES) lines: ShippedLineBody[];
}

export class RejectedBody {
  @IsUnits(1) quantity: number;
  @IsText(TEXT_MAX) reason: string;
}

export class CountedLineBody {
  @IsId() offerId: string;
  @IsUnits(0) accepted: number;
  @IsListOf(() => RejectedBody, REJECTED) rejected: RejectedBody[];
  @IsDay() expiresOn: string;
}

export class CountBody {
  @IsListOf(() => CountedLineBody, LINES) lines: CountedLineBody[];
}

export class AdjustStockBody {
  @IsText(TEXT_MAX) lotId: string;
  @IsUnits(-UNITS_MAX) change: number;
  @IsText(TEXT_MAX) reason: string;
}
