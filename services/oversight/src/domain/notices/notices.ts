import { accept, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';

/** What has changed for those who live there. */
export type Change =
  | { kind: 'posture'; posture: string; incident?: string; perItem?: number }
  | { kind: 'risk'; level: string }
  | { kind: 'policy'; version: number; title: string; from: Instant }
  | { kind: 'local-rule'; ruleId: string; title: string };

/** Building or lane, and how goods come to its doors from now on. */
export interface Told {
  place: Territory;
  contactless: boolean;
}
export interface Notice {
  noticeId: string;
  territory: Territory;
  change: Change;
  buildings: Told[];
}

export interface NoticesCommand {
  type: 'PostNotice';
  at: Instant;
  by: By;
  data: Notice;
}
export interface NoticesEvent {
  type: 'NoticePosted';
  at: Instant;
  data: Notice;
}
/** The newest ids: a timer that fires again does so soon. */
export type NoticesState = readonly string[];

const KNOWN_MAX = 100;

/** What is told to the buildings of one community, each change once. */
export const notices: Decider<NoticesState, NoticesCommand, NoticesEvent, never> = {
  initial: [],

  decide({ type, at, data }, posted) {
    switch (type) {
      case 'PostNotice':
        return posted.includes(data.noticeId) ? accept() : accept({ type: 'NoticePosted', at, data });
      default:
        return unreachable(type);
    }
  },

  evolve: (posted, { data }) => [...posted, data.noticeId].slice(-KNOWN_MAX),
};
