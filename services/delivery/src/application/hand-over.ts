import type { Caller } from '@baogong/commanding';
import { communityOf, isTerritory, type Territory } from '@baogong/kernel';
import type { ParcelCommand } from '../domain/parcel/messages.js';
import { parcel, parcelStream } from '../domain/parcel/parcel.js';
import { passDesk, passDeskStream, type DeskFault } from '../domain/pass-desk/pass-desk.js';
import { station, stationStream } from '../domain/station/station.js';
import { examine, type Shown } from './pass-office.js';
import type { Delivery, Result } from './runtime.js';

export type HandOver = { handOverId: string } & Shown;

/** Every attempt is decided on record: on the parcel's where it is known here, else on the desk's of the place. */
export async function handOver(delivery: Delivery, caller: Caller, attempt: HandOver): Result {
  const { handOverId, place } = attempt;
  const here = await communityAt(delivery, caller, place);
  const examined = examine(delivery, attempt);
  if (!examined) return atDesk(delivery, caller, { place, here, fault: 'forged' });
  const { header, state } = await delivery.store.load(parcelStream(examined.parcelId), parcel);
  const bound = 'pass' in state && state.pass?.place === place;
  if (!header || (!bound && communityOf(header.territory) !== here)) {
    return atDesk(delivery, caller, { place, here, fault: 'foreign' });
  }
  return delivery.desk.handle({
    action: 'HandOverParcel',
    caller,
    stream: header,
    decider: parcel,
    byPolicy: true,
    data: { handOverId, place, proof: examined.proof },
    toCommand: ({ data, ...command }, _state, { policy, risk }) =>
      ({ ...command, data: { ...(data as object), policy, risk } }) as ParcelCommand,
  });
}

function atDesk(
  { desk }: Delivery,
  caller: Caller,
  { place, here, fault }: { place: string; here: Territory; fault: DeskFault },
): Result {
  return desk.handle({
    action: 'HandOverParcel',
    caller,
    stream: { id: passDeskStream(place, here), kind: 'pass-desk', territory: here },
    decider: passDesk,
    data: { place, fault },
  });
}

/** A door lies where its path says, a station where it was opened, an unknown place where its keeper works. */
async function communityAt({ store, authority }: Delivery, { actor }: Caller, place: string): Promise<Territory> {
  if (isTerritory(place)) return communityOf(place) ?? place;
  const { header } = await store.load(stationStream(place), station);
  const territory = header?.territory ?? authority.grantsOf(actor)[0]?.territory ?? 'd-nowhere';
  return communityOf(territory) ?? territory;
}
