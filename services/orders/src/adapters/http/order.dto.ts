import { Compiled, Describe, IsCode, IsId, IsListOf, IsPart, IsText, IsWhole } from '@baogong/http';
import { IsIn, ValidateIf } from 'class-validator';
import type { DeliveryPlace } from '../../domain/order/order.js';

const REASON_MAX = 300;
const REFERENCE_MAX = 100;
const LINES = { least: 1, most: 100 };

export class LineBody {
  @IsCode() offerId: string;
  @IsWhole(1, 1000) quantity: number;
}

@Describe({ if: { properties: { kind: { const: 'station' } } }, then: { required: ['stationId'] } })
export class PlaceBody {
  @IsIn(['station', 'door'])
  kind: 'station' | 'door';

  @ValidateIf(({ kind, stationId }: PlaceBody) => kind !== 'door' || stationId !== undefined)
  @IsCode()
  stationId?: string;
}

@Compiled()
export class AmendOrderBody {
  @IsListOf(() => LineBody, LINES) lines: LineBody[];

  @IsPart(() => PlaceBody) place: PlaceBody;
}

@Compiled()
export class PlaceOrderBody extends AmendOrderBody {
  @IsId() id: string;
  @IsId() roundId: string;
  @IsId() householdId: string;
}

export class CancelOrderBody {
  @IsText(REASON_MAX) reason: string;
}

export class RecordSettlementBody {
  @IsWhole(1, 100_000_000) amountFen: number;
  @IsText(REFERENCE_MAX) reference: string;
}

export function wishOf({ lines, place }: AmendOrderBody) {
  return { lines: lines.map(({ offerId, quantity }) => ({ offerId, quantity })), place: placeOf(place) };
}

function placeOf({ kind, stationId }: PlaceBody): DeliveryPlace {
  return kind === 'station' ? { kind, stationId: stationId! } : { kind };
}
