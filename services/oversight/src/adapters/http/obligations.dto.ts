import { IsText } from '@baogong/http';
import { IsIn } from 'class-validator';
import type { Outcome } from '../../domain/obligation/messages.js';

export class SettlementBody {
  /** Done by somebody else; excused for a cause; or upheld as the breach that it was. */
  @IsIn(['done-otherwise', 'excused', 'upheld'])
  outcome: Outcome;

  @IsText(500)
  reason: string;
}
