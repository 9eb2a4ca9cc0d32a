import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CODE, UUID7 } from '../../application/forms.js';
import type { DeliveryPlace } from '../../domain/order/order.js';

export class LineBody {
  @Matches(CODE)
  offerId: string;

  @IsInt()
  @Min(1)
  @Max(1000)
  quantity: number;
}

export class PlaceBody {
  @IsIn(['station', 'door'])
  kind: 'station' | 'door';

  @ValidateIf(({ kind, stationId }: PlaceBody) => kind !== 'door' || stationId !== undefined)
  @Matches(CODE)
  stationId?: string;
}

export class AmendOrderBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  lines: LineBody[];

  @IsDefined()
  @ValidateNested()
  @Type(() => PlaceBody)
  place: PlaceBody;
}

export class PlaceOrderBody extends AmendOrderBody {
  @Matches(UUID7)
  id: string;

  @Matches(UUID7)
  roundId: string;

  @Matches(UUID7)
  householdId: string;
}

export class CancelOrderBody {
  @IsString()
  @Length(1, 300)
  reason: string;
}

export class RecordSettlementBody {
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  amountFen: number;

  @IsString()
  @Length(1, 100)
  reference: string;
}

export function wishOf({ lines, place }: AmendOrderBody) {
  return { lines: lines.map(({ offerId, quantity }) => ({ offerId, quantity })), place: placeOf(place) };
}

function placeOf({ kind, stationId }: PlaceBody): DeliveryPlace {
  return kind === 'station' ? { kind, stationId: stationId! } : { kind };
}
