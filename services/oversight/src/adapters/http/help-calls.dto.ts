import { ACTIONS, type Action } from '@baogong/duties';
import { IsCommunity, IsId, IsMoment, IsText, IsWhole } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';

const ACTIONS_MAX = 10;
const PLACES_MAX = 500;
const REASON_MAX = 300;

export class CallForHelpBody {
  @IsId() id: string;

  @IsCommunity() territory: string;

  /** As what whoever answers works there. */
  @IsIn(['volunteer']) role: 'volunteer';

  /** All that whoever answers may do meanwhile; nothing that needs training. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ACTIONS_MAX)
  @ArrayUnique()
  @IsIn(ACTIONS, { each: true })
  actions: Action[];

  @IsMoment() from: string;

  /** At most twelve hours later. */
  @IsMoment() to: string;

  @IsWhole(1, PLACES_MAX) places: number;
}

export class EndHelpCallBody {
  @IsText(REASON_MAX) reason: string;
}
