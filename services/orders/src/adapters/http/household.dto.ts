import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
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

export class MemberBody {
  @Matches(CODE)
  actorId: string;

  @IsString()
  @Length(1, 100)
  name: string;

  @IsOptional()
  @Matches(/^\+?[0-9 -]{3,24}$/)
  telephone?: string;
}

export class AmendHouseholdBody {
  @IsInt()
  @Min(1)
  @Max(100)
  people: number;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  room?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  needs?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique((member: MemberBody) => member?.actorId)
  @ValidateNested({ each: true })
  @Type(() => MemberBody)
  members: MemberBody[];
}

export class RegisterHouseholdBody extends AmendHouseholdBody {
  @Matches(UUID7)
  id: string;

  @Matches(TERRITORY)
  territory: string;
}

export class RecordConsentBody {
  @Matches(CODE)
  platform: string;
}
