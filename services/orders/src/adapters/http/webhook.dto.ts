import { IsId, IsTerritory, IsText } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { WEBHOOK_TYPES, type WebhookType } from '../../domain/webhook-subscription/webhook-subscription.js';

export class RegisterWebhookBody {
  @IsId()
  id: string;

  /** Rounds and consignments at or below this place are told. */
  @IsTerritory()
  territory: string;

  @IsText(2000)
  url: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_TYPES.length)
  @ArrayUnique()
  @IsIn(WEBHOOK_TYPES, { each: true })
  events: WebhookType[];
}

export class DisableWebhookBody {
  @IsText(300)
  reason: string;
}
