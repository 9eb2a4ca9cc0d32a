import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Length, Matches } from 'class-validator';
import { TERRITORY, UUID7 } from '../../application/forms.js';
import { WEBHOOK_TYPES, type WebhookType } from '../../domain/webhook-subscription/webhook-subscription.js';

export class RegisterWebhookBody {
  @Matches(UUID7)
  id: string;

  /** Rounds and consignments at or below this place are told. */
  @Matches(TERRITORY)
  territory: string;

  @IsString()
  @Length(1, 2000)
  url: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_TYPES.length)
  @ArrayUnique()
  @IsIn(WEBHOOK_TYPES, { each: true })
  events: WebhookType[];
}

export class DisableWebhookBody {
  @IsString()
  @Length(1, 300)
  reason: string;
}
