import { FORMS_TOLD, idTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const wish = {
  lines: z.array(z.strictObject({ offerId: id, quantity: whole })),
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('station'), stationId: id }),
    z.strictObject({ kind: z.literal('door') }),
  ]),
};
const composition = { people: whole, members: z.array(z.strictObject({ actorId: id })) };
const secret = { secretVersion: whole, secret: id, publicKey: id };

export const householdRegistered = idTold.extend({ territory: id, ...composition });
export const householdAmended = idTold.extend(composition);
export const consentRecorded = z.strictObject({ householdId: id, platform: id });

export const roundOpened = idTold.extend({
  territory: id,
  status: z.literal('open'),
  opensAt: instant,
  closesAt: instant,
  items: z.array(z.strictObject({ offerId: id, capPerHousehold: whole })),
});
export const roundClosed = idTold.extend({ status: z.literal('closed') });
export const roundAllocated = idTold.extend({ status: z.literal('allocated') });

export const orderAmended = idTold.extend({ status: z.literal('requested'), ...wish });
export const orderPlaced = orderAmended.extend({ roundId: id, householdId: id });
export const orderCancelled = idTold.extend({ status: z.literal('cancelled') });
export const cancellationAsked = idTold.extend({ status: z.literal('cancelling') });
export const settlementRecorded = z.strictObject({ orderId: id, amountFen: whole, reference: text });

export const webhookRegistered = idTold.extend({
  territory: id,
  url: id,
  events: z.array(z.enum(['demand.fixed', 'consignment.counted'])),
  status: z.literal('active'),
  ...secret,
});
export const webhookSecretRotated = idTold.extend({ ...secret, earlierUntil: instant.nullable() });
export const webhookDisabled = idTold.extend({ status: z.literal('disabled') });
export const webhookEnabled = idTold.extend({ status: z.literal('active') });
export const webhookReplayed = idTold.extend({ status: z.literal('pending') });
