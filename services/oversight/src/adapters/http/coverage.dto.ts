import { ACTIONS, type Action } from '@baogong/duties';
import { IsCommunity, IsId, IsMoment, IsText } from '@baogong/http';
import { IsIn } from 'class-validator';

class SpanBody {
  @IsIn(ACTIONS)
  action: Action;

  @IsCommunity()
  territory: string;

  /** A whole hour. */
  @IsMoment()
  from: string;

  /** A whole hour, at most twelve later; not part of the span. */
  @IsMoment()
  to: string;
}

export class ClaimDutyBody extends SpanBody {
  @IsId()
  id: string;
}

export class ReleaseDutyBody extends SpanBody {
  @IsText(500)
  reason: string;
}
