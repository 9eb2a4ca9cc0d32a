import { noticeChange } from '@baogong/contracts';
import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant } = FORMS_TOLD;

export const noticesPage = pageTold(
  z.strictObject({
    id,
    /** Building or lane. */
    territory: id,
    at: instant,
    change: noticeChange,
    /** How goods come to its doors from then on. */
    contactless: z.boolean(),
    says: z.strictObject({ zh: text, en: text }),
  }),
);
