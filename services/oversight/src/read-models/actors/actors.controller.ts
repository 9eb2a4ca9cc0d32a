import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
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
  seen,
} from '@baogong/http';
import type { Caller } from '@baogong/http';
import { placeOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { actorsPage, grantsPage } from './actors.answers.js';
import { actorRows, grantRows, personsByRole, type ActorRow, type Ask, type GrantRow } from './actors.query.js';

export class ActorsQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

export class GrantsQuery extends ActorsQuery {
  @MayBeMissing() @IsText(100) actorId?: string;
}

@Controller()
@UseInterceptors(AfterInterceptor)
export class ActorsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('actors')
  @Answers(200, actorsPage)
  async actors(@CallerOf() caller: Caller, @Query() query: ActorsQuery) {
    const ask = this.asked(caller, query);
    const [rows, persons] = await Promise.all([
      actorRows(this.runtime, ask),
      personsByRole(this.runtime, ask.territory),
    ]);
    const page = pageOf(rows, ask.limit - 1, ({ actor_id }) => [actor_id]);
    return { ...page, items: page.items.map(actorTold), persons };
  }

  @Get('grants')
  @Answers(200, grantsPage)
  async grants(@CallerOf() caller: Caller, @Query() query: GrantsQuery) {
    const ask = this.asked(caller, query);
    const rows = await grantRows(this.runtime, { ...ask, actorId: query.actorId });
    const page = pageOf(rows, ask.limit - 1, ({ grant_id }) => [grant_id]);
    return { ...page, items: page.items.map(grantTold) };
  }

  private asked(caller: Caller, query: ActorsQuery): Ask {
    const territory = placeOf(this.runtime, caller, query.territory);
    const by = seen(see(this.runtime, caller, { action: 'SeeActors', territory }));
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    return { territory, persons: by.role === 'residents-committee', after: String(after), limit: limitOf(query) + 1 };
  }
}

function actorTold({ actor_id, kind, name, territory, registered_at }: ActorRow) {
  return { id: actor_id, kind, ...(name === null ? {} : { name }), territory, registeredAt: registered_at };
}

function grantTold(row: GrantRow) {
  return {
    id: row.grant_id,
    actorId: row.actor_id,
    role: row.role,
    territory: row.territory,
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    grantedAt: row.granted_at,
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}
