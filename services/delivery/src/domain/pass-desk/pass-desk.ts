import { accept, type Decider } from '@baogong/decider';
import { hashText, type Territory } from '@baogong/kernel';
import type { Asked, Said } from '../messages.js';

/** `foreign`: well signed, but for a parcel that is not known where it was shown. */
export type DeskFault = 'forged' | 'foreign';
export type PassDeskCommand = Asked<'HandOverParcel', { place: string; fault: DeskFault }>;
export type PassDeskEvent = Said<'PassRefused', { place: string; reason: DeskFault }>;

export const passDeskStream = (place: string, territory: Territory): string =>
  `pass-desk-${hashText(place, territory).slice(0, 16)}`;

/** One per place: keeps the refused passes that name no parcel on whose record they could stand. */
export const passDesk: Decider<{ refused: number }, PassDeskCommand, PassDeskEvent, never> = {
  initial: { refused: 0 },
  snapshotRevision: 1,
  decide: ({ at, data }) => accept({ type: 'PassRefused', at, data: { place: data.place, reason: data.fault } }),
  evolve: ({ refused }) => ({ refused: refused + 1 }),
};
