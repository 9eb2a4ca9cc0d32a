import type { AnyDecider } from '@baogong/commanding';
import type { BulletinPublished } from '@baogong/contracts';
import { PublishingController } from '../adapters/http/bulletins.controller.js';
import { pageOf, type DayOfCommunity } from '../application/bulletins.js';
import { BULLETIN_CONTENT } from '../application/runtime.js';
import { bulletin } from '../domain/bulletin/bulletin.js';
import { BulletinsController } from '../read-models/bulletins/bulletins.controller.js';
import { bulletins, bulletinTimers } from '../read-models/bulletins/bulletins.projection.js';
import { contentOfDay } from '../read-models/bulletins/content.js';
import type { Part } from './part.js';

export const bulletinPart: Part = {
  published: { BulletinPublished: ({ data }) => data as BulletinPublished },
  consumers: ({ clock }) => [bulletins, bulletinTimers(clock)],
  issued: (runtime) => ({
    PublishBulletin: {
      decider: bulletin as AnyDecider,
      data: ({ data }) => pageOf(runtime, data as DayOfCommunity, contentOfDay(runtime)),
      // Somebody was there before the timer, as it should be.
      expects: ['already-published', 'later-day-published'],
    },
  }),
  controllers: [PublishingController, BulletinsController],
  providers: (runtime) => [{ provide: BULLETIN_CONTENT, useValue: contentOfDay(runtime) }],
};
