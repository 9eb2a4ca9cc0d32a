import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  Problem,
  seen,
  setVersion,
  type Caller,
} from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { ownOnly, placeOf, readHousehold } from '../../application/reading.js';
import { RUNTIME, VAULT, type Runtime, type Vault } from '../../application/runtime.js';
import { householdsPage, householdTold } from './households.answers.js';
import { householdsOf } from './households.query.js';

class HouseholdsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('households')
@UseInterceptors(AfterInterceptor)
export class HouseholdsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** Ids, buildings and counts only: whom they are is asked for one household at a time. */
  @Get()
  @Answers(200, householdsPage)
  async list(@CallerOf() caller: Caller, @Query() query: HouseholdsQuery) {
    const territory = placeOf(this.runtime, caller.actor, query.territory);
    const by = seen(this.runtime.desk.see(caller, 'SeeHousehold', territory));
    const [after] = decodeCursor(query.cursor, 1) ?? [''];
    const limit = limitOf(query);
    const only = by.role === 'resident' ? { only: by.households } : {};
    const asked = { territory, ...only, after: String(after), limit: limit + 1 };
    return pageOf(await householdsOf(this.runtime, asked), limit, ({ id }) => [id]);
  }

  @Get(':id')
  @Answers(200, householdTold)
  async read(@CallerOf() caller: Caller, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, version } = await readHousehold(this.runtime, id);
    if (state.status === 'none') throw new Problem('not-found');
    seen(ownOnly(this.runtime.desk.see(caller, 'SeeHousehold', state.territory), id));
    const personal = await this.vault.read(id);
    setVersion(reply, version);
    const { territory, people, consents } = state;
    const members = personal?.members ?? state.members.map((actorId) => ({ actorId }));
    const { room, needs } = personal ?? {};
    return { id, territory, people, consents, members, ...(room ? { room } : {}), ...(needs ? { needs } : {}) };
  }
}
