import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';
import { MEASURES } from '../../domain/threshold/threshold.js';

const { id, instant, whole, masked } = FORMS_TOLD;

const watched = { territory: id, measure: z.enum(MEASURES), atLeast: whole };

export const alertsPage = pageTold(
  z.strictObject({
    thresholdId: id,
    ...watched,
    direction: z.enum(['above', 'below']),
    value: masked,
    crossing: whole,
    at: instant,
  }),
);

export const thresholdsPage = pageTold(z.strictObject({ id, ...watched, crossed: z.boolean() }));
