import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, masked } = FORMS_TOLD;

const holding = z.strictObject({
  /** An organisation; or all persons together, as how many they are. */
  holder: z.union([z.strictObject({ persons: masked }), z.strictObject({ id, name: text.optional() })]),
  kind: id,
  things: masked,
  holdsNow: masked,
  meanMinutes: masked,
  longestMinutes: masked,
});

export const holdingsPage = pageTold(holding);
