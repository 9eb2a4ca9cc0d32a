import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CODE, TERRITORY, UUID7 } from '../../application/forms.js';

export class RoundItemBody {
  @Matches(CODE)
  offerId: string;

  @IsInt()
  @Min(1)
  @Max(1000)
  capPerHousehold: number;
}

export class OpenRoundBody {
  @Matches(UUID7)
  id: string;

  @Matches(TERRITORY)
  territory: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  opensAt: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  closesAt: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RoundItemBody)
  items: RoundItemBody[];
}

export class CloseRoundBody {
  @IsString()
  @Length(1, 300)
  reason: string;
}

/** What is counted is known; a word about why it is enough may be added. */
export class AllocateRoundBody {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  reason?: string;
}
