import { isTerritory, isUuid7 } from '@baogong/kernel';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';

const TEXT_MAX = 200;
const PLACE_MAX = 300;
const PASS_MAX = 300;
const PIECES_MAX = 1_000;
const GRAMS_MAX = 1_000_000;
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;
const STATION_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const CODE = /^\d{6}$/;

const IsId = () =>
  ValidateBy({
    name: 'isId',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isUuid7(value),
      defaultMessage: () => 'must be a UUID of version 7',
    },
  });

const IsPlace = () =>
  ValidateBy({
    name: 'isPlace',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isTerritory(value),
      defaultMessage: () => 'must be the path of a place, such as d-pudong/s-weifang/c-y',
    },
  });

const IsMoment = () =>
  ValidateBy({
    name: 'isMoment',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => 'must be a time of RFC 3339 with its offset',
    },
  });

const IsText =
  (most = TEXT_MAX) =>
  (target: object, property: string) => {
    for (const rule of [IsString(), IsNotEmpty(), MaxLength(most)]) rule(target, property);
  };

const IsWhole = (least: number, most: number) => (target: object, property: string) => {
  for (const rule of [IsInt(), Min(least), Max(most)]) rule(target, property);
};

export class OpenStationBody {
  @Matches(STATION_ID) id: string;
  @IsPlace() territory: string;
  @IsText() name: string;
  /** Who runs it; the caller's own organisation when missing. */
  @IsOptional() @IsText() organisation?: string;
  @Matches(CLOCK_TIME) opensAt: string;
  @Matches(CLOCK_TIME) closesAt: string;
}

export class AmendStationBody {
  @IsText() name: string;
  @Matches(CLOCK_TIME) opensAt: string;
  @Matches(CLOCK_TIME) closesAt: string;
}

export class PackParcelBody {
  @IsWhole(1, PIECES_MAX) pieces: number;
  @IsWhole(0, GRAMS_MAX) weightGrams: number;
  /** When the pass is good; a day from now when missing, a day at most. */
  @IsOptional() @IsMoment() windowFrom?: string;
  @IsOptional() @IsMoment() windowTo?: string;
}

export class OfferParcelBody {
  /** An organisation or a person by their code. */
  @IsText() to: string;
}

/** Either `pass`, or `parcelId` and the spoken `code`. */
export class HandOverBody {
  @IsId() id: string;
  /** A station's id, or a household's territory for its door. */
  @IsText(PLACE_MAX) place: string;
  @IsOptional() @IsText(PASS_MAX) pass?: string;
  @IsOptional() @IsText() parcelId?: string;
  @IsOptional() @Matches(CODE) code?: string;
}
