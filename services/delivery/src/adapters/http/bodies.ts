import { Describe, IsId, IsMoment, IsTerritory, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { Matches } from 'class-validator';

const TEXT_MAX = 200;
const PLACE_MAX = 300;
const PASS_MAX = 300;
const PIECES_MAX = 1_000;
const GRAMS_MAX = 1_000_000;
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const STATION_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const CODE = /^\d{6}$/;

const IsClockTime = () => Matches(CLOCK_TIME, { message: 'must be a time of day, such as 08:00' });

export class OpenStationBody {
  @Matches(STATION_ID, { message: 'must be 1 to 64 letters, digits and dashes' }) id: string;
  @IsTerritory() territory: string;
  @IsText(TEXT_MAX) name: string;
  /** Who runs it; the caller's own organisation when missing. */
  @MayBeMissing() @IsText(TEXT_MAX) organisation?: string;
  @IsClockTime() opensAt: string;
  @IsClockTime() closesAt: string;
}

export class AmendStationBody {
  @IsText(TEXT_MAX) name: string;
  @IsClockTime() opensAt: string;
  @IsClockTime() closesAt: string;
}

export class PackParcelBody {
  @IsWhole(1, PIECES_MAX) pieces: number;
  @IsWhole(0, GRAMS_MAX) weightGrams: number;
  /** When the pass is good; a day from now when missing, a day at most. */
  @MayBeMissing() @IsMoment() windowFrom?: string;
  @MayBeMissing() @IsMoment() windowTo?: string;
}

export class OfferParcelBody {
  /** An organisation or a person by their code. */
  @IsText(TEXT_MAX) to: string;
}

/** Either `pass`, or `parcelId` and the spoken `code`. */
@Describe({
  oneOf: [
    { required: ['pass'], properties: { parcelId: false, code: false } },
    { required: ['parcelId', 'code'], properties: { pass: false } },
  ],
})
export class HandOverBody {
  @IsId() id: string;
  /** A station's id, or a household's territory for its door. */
  @IsText(PLACE_MAX) place: string;
  @MayBeMissing() @IsText(PASS_MAX) pass?: string;
  @MayBeMissing() @IsText(TEXT_MAX) parcelId?: string;
  @MayBeMissing() @Matches(CODE, { message: 'must be the six digits of the spoken code' }) code?: string;
}
