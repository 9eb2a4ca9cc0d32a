import type { ServiceRuntime } from '@baogong/commanding';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsTerritory,
  IsText,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  Problem,
  problemOfResult,
  seen,
  setVersion,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { ParcelEntity } from './parcel.entity.js';
import { seeParcel, workListOf } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import { parcel, parcelStream, placeOf } from '../../domain/parcel/parcel.js';
import type { ParcelState } from '../../domain/parcel/parcel-state.js';
import { contactlessAmong } from '../instructions/contactless.js';
import { parcelsPage, parcelTold, STATUSES } from './parcels.answers.js';
import { parcelsIn } from './parcels.query.js';

export class ParcelsQuery extends PageQuery {
  @MayBeMissing() @IsText(66) building?: string;
  @MayBeMissing() @IsIn(STATUSES) status?: ParcelState['status'];
  /** A station's id, or a household's territory for its door. */
  @MayBeMissing() @IsText(300) place?: string;
  @MayBeMissing() @IsText(100) householdId?: string;
  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('parcels')
@UseInterceptors(AfterInterceptor)
export class ParcelsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** The work list of those who carry; a household finds its own parcels here. */
  @Get()
  @Answers(200, parcelsPage)
  async list(@CallerOf() caller: Caller, @Query() query: ParcelsQuery) {
    const { building, status, place, householdId, territory } = query;
    const sight = workListOf(this.runtime, caller, territory);
    if ('kind' in sight) throw problemOfResult(sight);
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, 2);
    const asked = { building, status, place, householdId };
    const rows = await parcelsIn(this.runtime, { sight, ...asked, after, limit });
    const page = pageOf(rows, limit, ({ plannedAt, parcelId }) => [plannedAt, parcelId]);
    const isContactless = await contactlessAmong(
      this.runtime,
      page.items.map((row) => row.territory),
    );
    return { ...page, items: page.items.map((row) => ({ ...listed(row), ...handing(row, isContactless) })) };
  }

  /** Folded from the stream, so it is never behind. */
  @Get(':id')
  @Answers(200, parcelTold)
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { state, version } = await this.runtime.store.load(parcelStream(id), parcel);
    if (state.status === 'none') throw new Problem('not-found');
    seen(seeParcel(this.runtime, caller, state.plan));
    setVersion(reply, version);
    const isContactless = await contactlessAmong(this.runtime, [state.plan.territory]);
    const about = detailed(state);
    void reply.send({ ...about, ...handing(about, isContactless) });
  }
}

type Known = Exclude<ParcelState, { status: 'none' }>;

function handing(
  { placeKind, territory }: { placeKind: 'station' | 'door'; territory: string },
  isContactless: (home: string) => boolean,
) {
  return { contactless: placeKind === 'door' && isContactless(territory) };
}

function listed({ placeKind, lines, custodian, offeredTo, pieces, parcelId, ...row }: ParcelEntity) {
  return { id: parcelId, parcelId, ...row, placeKind, lines, custodian, offeredTo, pieces };
}

function detailed(state: Known) {
  const { lines, place, windowFrom, windowTo, weightGrams, ...plan } = state.plan;
  const about = { id: plan.parcelId, ...plan, lines, place: placeOf(state.plan), placeKind: place.kind };
  const planned = { custodian: null, offeredTo: null, pieces: null, weightGrams, windowFrom, windowTo };
  return { ...about, status: state.status, ...planned, ...custodyOf(state) };
}

function custodyOf(state: Known) {
  if (state.status === 'planned') return {};
  if (state.status === 'withdrawn') return state.custodian === undefined ? {} : { custodian: state.custodian };
  const { custodian, pieces, weightGrams, pass } = state;
  const window = pass ? { windowFrom: pass.windowFrom, windowTo: pass.windowTo } : {};
  const offered = state.status === 'offered' ? { offeredTo: state.offeredTo } : {};
  return { custodian, pieces, weightGrams, ...window, ...offered };
}
