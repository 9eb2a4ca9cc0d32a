import { roomOf, type Address } from '../fields/address.js';

export interface RosterMember {
  line: number;
  name: string;
  telephone?: string;
  /** The cell says that there is none, which differs from saying nothing. */
  noTelephone?: true;
  code?: string;
}

/** One household as all its rows tell it. */
export interface RosterHome extends Address {
  line: number;
  people?: number;
  needs?: string;
  noNeeds?: true;
  /** Rows that name a resident, the faulty ones too: how many live there when nothing else says so. */
  rows: number;
  /** No row of it was left out, so whoever it does not name does not live there. */
  whole: boolean;
  members: RosterMember[];
}

/** Places below a community as everybody writes them: `b-7` is `b-07`, `b-a` is `b-A`. */
export const placeKey = (segments: string): string => segments.toLowerCase().replace(/(?<=-)0+(?=\w)/g, '');

/** Homes of one community are the same where these are. */
export const homeKey = ({ segments, room }: Address): string => `${placeKey(segments)} ${roomOf(room)}`;
