import type { ServiceRuntime } from '@baogong/commanding';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  limitOf,
  pageOf,
  PageQuery,
  Problem,
  setVersion,
} from '@baogong/http';
import type { Caller, Page } from '@baogong/http';
import { covers } from '@baogong/kernel';
import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { stationsPage, stationTold } from './stations.answers.js';
import { StationEntity } from './station.entity.js';
import { neighbourhoodsOf } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import { station, stationStream } from '../../domain/station/station.js';

@Controller('stations')
@UseInterceptors(AfterInterceptor)
export class StationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** Where to fetch one's parcel is for everyone of the community to know. */
  @Get()
  @Answers(200, stationsPage)
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<Page<StationEntity>> {
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rows = await this.runtime.dataSource
      .getRepository(StationEntity)
      .createQueryBuilder('station')
      .where('station.stationId > :after', { after })
      .andWhere(
        `exists (select 1 from unnest(array[:...places]::text[]) as near(place)
           where station.territory = near.place or starts_with(station.territory, near.place || '/'))`,
        { places: ['', ...neighbourhoodsOf(this.runtime, caller)] },
      )
      .orderBy('station.stationId')
      .limit(limit + 1)
      .getMany();
    return pageOf(rows, limit, ({ stationId }) => [stationId]);
  }

  @Get(':id')
  @Answers(200, stationTold)
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { state, version } = await this.runtime.store.load(stationStream(id), station);
    const near = neighbourhoodsOf(this.runtime, caller);
    if (state.status === 'none' || !near.some((place) => covers(place, state.station.territory))) {
      throw new Problem('not-found');
    }
    setVersion(reply, version);
    void reply.send(state.station);
  }
}
