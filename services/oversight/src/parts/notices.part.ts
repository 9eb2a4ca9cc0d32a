import type { AnyDecider } from '@baogong/commanding';
import type { NoticePosted } from '@baogong/contracts';
import { noticeTimers } from '../adapters/events/notice-timers.js';
import { NoticeTables1790300700000 } from '../adapters/postgres/notice-tables.js';
import { notices } from '../domain/notices/notices.js';
import { NoticesController } from '../read-models/notices/notices.controller.js';
import { noticeBoard } from '../read-models/notices/notices.projection.js';
import type { Part } from './part.js';

export const noticesPart: Part = {
  migrations: [NoticeTables1790300700000],
  published: { NoticePosted: ({ data }) => data as NoticePosted },
  consumers: () => [noticeTimers, noticeBoard],
  issued: () => ({ PostNotice: { decider: notices as AnyDecider } }),
  controllers: [NoticesController],
};
