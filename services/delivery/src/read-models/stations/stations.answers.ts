import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id } = FORMS_TOLD;

export const stationTold = z.strictObject({
  stationId: id,
  territory: id,
  name: id,
  organisation: id,
  opensAt: id,
  closesAt: id,
});

export const stationsPage = pageTold(stationTold);
