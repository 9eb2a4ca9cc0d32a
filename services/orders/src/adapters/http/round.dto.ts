import { IsCode, IsCommunity, IsId, IsListOf, IsMoment, IsText, IsWhole, MayBeMissing } from '@baogong/http';

const REASON_MAX = 300;
const ITEMS = { least: 1, most: 100 };

export class RoundItemBody {
  @IsCode() offerId: string;
  @IsWhole(1, 1000) capPerHousehold: number;
}

export class OpenRoundBody {
  @IsId() id: string;
  @IsCommunity() territory: string;
  @IsMoment() opensAt: string;
  @IsMoment() closesAt: string;
  @IsListOf(() => RoundItemBody, ITEMS) items: RoundItemBody[];
}

export class CloseRoundBody {
  @IsText(REASON_MAX) reason: string;
}

/** What is counted is known; a word about why it is enough may be added. */
export class AllocateRoundBody {
  @MayBeMissing() @IsText(REASON_MAX, 0) reason?: string;
}
