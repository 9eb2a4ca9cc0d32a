import { IsCode, IsId, IsListOf, IsTerritory, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { ArrayUnique, Matches } from 'class-validator';

const NAME_MAX = 100;
const ROOM_MAX = 100;
const NEEDS_MAX = 1000;
const MEMBERS = { least: 1, most: 100 };
const TELEPHONE = /^\+?[0-9 -]{3,24}$/;

export class MemberBody {
  @IsCode() actorId: string;
  @IsText(NAME_MAX) name: string;

  @MayBeMissing()
  @Matches(TELEPHONE, { message: 'must be a telephone number: digits, spaces and dashes, with + in front if abroad' })
  telephone?: string;
}

export class AmendHouseholdBody {
  @IsWhole(1, 100) people: number;
  @MayBeMissing() @IsText(ROOM_MAX, 0) room?: string;
  @MayBeMissing() @IsText(NEEDS_MAX, 0) needs?: string;

  @ArrayUnique((member: MemberBody) => member?.actorId, { message: 'must not name a member twice' })
  @IsListOf(() => MemberBody, MEMBERS)
  members: MemberBody[];
}

export class RegisterHouseholdBody extends AmendHouseholdBody {
  /** Without one it follows from the address. */
  @MayBeMissing() @IsId() id?: string;
  @IsTerritory() territory: string;
}

export class RecordConsentBody {
  @IsCode() platform: string;
}
