import { FORMS_TOLD } from '@baogong/http';
import { z } from 'zod';

const { id, instant } = FORMS_TOLD;

export const passTold = z.strictObject({
  parcelId: id,
  passId: id,
  place: id,
  window: z.strictObject({ from: instant, to: instant }),
  token: id,
  spokenCode: z.string().regex(/^\d{6}$/),
});
