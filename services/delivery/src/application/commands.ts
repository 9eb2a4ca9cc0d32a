import type { Caller, DomainCommand, InForce } from '@baogong/commanding';
import { evaluate, type Action, type Role } from '@baogong/duties';
import type { Instant } from '@baogong/kernel';
import { parcel, parcelStream } from '../domain/parcel/parcel.js';
import {
  station,
  stationStream,
  type Amendment,
  type Station,
  type StationCommand,
} from '../domain/station/station.js';
import type { Delivery, Result } from './runtime.js';

export function openStation(
  delivery: Delivery,
  caller: Caller,
  wish: Omit<Station, 'organisation'> & { organisation?: string },
): Result {
  const { stationId, territory } = wish;
  return delivery.desk.handle({
    action: 'OpenStation',
    caller,
    stream: { id: stationStream(stationId), kind: 'station', territory },
    decider: station,
    data: wish,
    toCommand(command, _state, inForce): StationCommand {
      const { organisation } = command.by;
      const opened = { ...wish, organisation: wish.organisation ?? organisation };
      const limited = isLimitedToOwn(inForce, command);
      return { ...command, type: 'OpenStation', data: limited ? { ...opened, onlyFor: organisation } : opened };
    },
  });
}

export async function amendStation(
  delivery: Delivery,
  caller: Caller,
  { stationId, ...amendment }: Amendment & { stationId: string },
): Result {
  const { header } = await delivery.store.load(stationStream(stationId), station);
  if (!header) return { kind: 'not-found' };
  return delivery.desk.handle({
    action: 'AmendStation',
    caller,
    stream: header,
    decider: station,
    data: amendment,
    toCommand(command, _state, inForce): StationCommand {
      const { organisation } = command.by;
      const limited = isLimitedToOwn(inForce, command);
      return { ...command, type: 'AmendStation', data: limited ? { ...amendment, onlyFor: organisation } : amendment };
    },
  });
}

export interface Packing {
  parcelId: string;
  pieces: number;
  weightGrams: number;
  windowFrom?: Instant;
  windowTo?: Instant;
}

export const packParcel = (delivery: Delivery, caller: Caller, { parcelId, ...data }: Packing): Result =>
  onParcel(delivery, caller, { action: 'PackParcel', parcelId, data });

export const offerParcel = (delivery: Delivery, caller: Caller, offer: { parcelId: string; to: string }): Result =>
  onParcel(delivery, caller, { action: 'OfferParcel', parcelId: offer.parcelId, data: { to: offer.to } });

export const acceptParcel = (delivery: Delivery, caller: Caller, parcelId: string): Result =>
  onParcel(delivery, caller, { action: 'AcceptParcel', parcelId, data: {} });

async function onParcel(
  { store, desk }: Delivery,
  caller: Caller,
  {
    action,
    parcelId,
    data,
  }: { action: 'PackParcel' | 'OfferParcel' | 'AcceptParcel'; parcelId: string; data: unknown },
): Result {
  const { header } = await store.load(parcelStream(parcelId), parcel);
  if (!header) return { kind: 'not-found' };
  return desk.handle({ action, caller, stream: header, decider: parcel, data });
}

/** Whether the rule that lets the role keep stations reaches those of its own organisation only. */
function isLimitedToOwn({ matrix, posture, risk }: InForce, { type, at, by }: DomainCommand): boolean {
  const found = evaluate(matrix, { role: by.role as Role, action: type as Action, posture, risk, at });
  return found.verdict === 'gap' || found.rule.scope === 'own-organisation';
}
