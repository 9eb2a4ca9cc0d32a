import { newId } from '@baogong/client';
import { nothingToLift, type Fault } from './fault.js';

const CALLERS = 200;

export const HOT_FAULTS: readonly Fault[] = [
  {
    id: 'hot',
    what: 'all callers on one stream: everybody gives the same actor the same grant at once',
    lasts: [0, 0],
    async strike({ clients, chance }) {
      const actorId = `hot-${chance.whole(1, 1_000_000)}`;
      const actor = { id: actorId, kind: 'person', territory: 'd-pudong/s-weifang/c-faults' };
      await clients.must({ path: 'actors', body: actor, as: 'do-1' });
      const grant = { actorId, role: 'resident', territory: 'd-pudong/s-weifang/c-faults/b-01' };
      const answers = await Promise.all(
        Array.from({ length: CALLERS }, () =>
          clients.command({ path: 'grants', body: { id: newId(), ...grant }, as: 'do-1' }),
        ),
      );
      const unanswered = answers.filter((told) => told === undefined).length;
      if (unanswered > 0) throw new Error(`${unanswered} callers on one stream were never answered`);
      return { what: `${CALLERS} callers on one actor`, lift: nothingToLift };
    },
  },
];
