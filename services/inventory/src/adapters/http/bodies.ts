import { communityOf, isTerritory, isUuid7 } from '@baogong/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsRFC3339 } from 'class-validator';
import { IsString, Matches, Max, MaxLength, Min, ValidateBy, ValidateNested } from 'class-validator';

const ITEM_CLASSES = ['food', 'infant', 'hygiene', 'medicine', 'device'] as const;
const TEXT_MAX = 200;
const LINES_MAX = 200;
const REJECTIONS_MAX = 50;
const UNITS_MAX = 1_000_000;
const FEN_MAX = 100_000_000;

const IsId = () =>
  ValidateBy({
    name: 'isId',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isUuid7(value),
      defaultMessage: () => 'must be a UUID of version 7',
    },
  });

const IsCommunity = () =>
  ValidateBy({
    name: 'isCommunity',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isTerritory(value) && communityOf(value) === value,
      defaultMessage: () => 'must be the path of a community, such as d-pudong/s-weifang/c-y',
    },
  });

const IsText = () => (target: object, property: string) => {
  for (const rule of [IsString(), IsNotEmpty(), MaxLength(TEXT_MAX)]) rule(target, property);
};

const IsWhole =
  (least: number, most = UNITS_MAX) =>
  (target: object, property: string) => {
    for (const rule of [IsInt(), Min(least), Max(most)]) rule(target, property);
  };

const IsLines = (of: () => new () => object, { least, most }: { least: number; most: number }) => {
  return (target: object, property: string): void => {
    const rules = [IsArray(), ArrayMinSize(least), ArrayMaxSize(most), ValidateNested({ each: true }), Type(of)];
    for (const rule of rules) rule(target, property);
  };
};

export class AnnounceSupplyBody {
  @IsId() id: string;
  @IsCommunity() territory: string;
  @IsText() sku: string;
  @IsText() name: string;
  @IsIn(ITEM_CLASSES) itemClass: (typeof ITEM_CLASSES)[number];
  @IsText() unit: string;
  @IsWhole(0, FEN_MAX) priceFen: number;
  @IsWhole(1) quantity: number;
  @IsWhole(1) weightGrams: number;
  @IsText() origin: string;
  @IsRFC3339() arrivesFrom: string;
  @IsRFC3339() arrivesTo: string;
}

export class ReasonBody {
  @IsText() reason: string;
}

export class ShippedLineBody {
  @IsId() offerId: string;
  @IsWhole(1) quantity: number;
}

export class DispatchConsignmentBody {
  @IsId() id: string;
  @IsId() roundId: string;
  @IsCommunity() territory: string;
  @IsText() consignee: string;
  @IsLines(() => ShippedLineBody, { least: 1, most: LINES_MAX }) lines: ShippedLineBody[];
}

export class RejectedBody {
  @IsWhole(1) quantity: number;
  @IsText() reason: string;
}

export class CountedLineBody {
  @IsId() offerId: string;
  @IsWhole(0) accepted: number;
  @IsLines(() => RejectedBody, { least: 0, most: REJECTIONS_MAX }) rejected: RejectedBody[];
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  expiresOn: string;
}

export class CountBody {
  @IsLines(() => CountedLineBody, { least: 1, most: LINES_MAX }) lines: CountedLineBody[];
}

export class AdjustStockBody {
  @IsText() lotId: string;
  @IsWhole(-UNITS_MAX) change: number;
  @IsText() reason: string;
}
