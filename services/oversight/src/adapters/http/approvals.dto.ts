import { ACTIONS, type Action } from '@baogong/duties';
import { IsId, IsTerritory, IsText } from '@baogong/http';
import { IsIn } from 'class-validator';

export class RequestApprovalBody {
  @IsId()
  id: string;

  /** What the approval is for, by the duty matrix. */
  @IsIn(ACTIONS)
  action: Action;

  @IsTerritory()
  territory: string;

  @IsText(200)
  subject: string;

  @IsText(500)
  reason: string;
}

export class DeclineApprovalBody {
  @IsText(500)
  reason: string;
}
