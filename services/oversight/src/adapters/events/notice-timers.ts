import type {
  LocalParameterSet,
  LocalRuleAccepted,
  PolicyIssued,
  PostureSwitched,
  RiskLevelSet,
} from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import { scheduleTimer, type Tx } from '@baogong/event-store';
import { placeWithoutHome } from '@baogong/kernel';
import { noticesStream } from '../../application/streams.js';
import { toldTo, type Standing } from '../../domain/notices/contactless.js';
import type { Change } from '../../domain/notices/notices.js';

/** Which of an event's changes is about posture or risk, and what it is in the words of a notice. */
const CHANGES: Record<string, (data: never) => { about?: 'posture' | 'risk'; change: Change }> = {
  PostureSwitched: ({ posture, incident, rationing }: PostureSwitched) => ({
    about: 'posture',
    change: {
      ...{ kind: 'posture', posture },
      ...(incident === undefined ? {} : { incident }),
      ...(rationing ? { perItem: rationing.perItem } : {}),
    },
  }),
  RiskLevelSet: ({ level }: RiskLevelSet) => ({ about: 'risk', change: { kind: 'risk', level } }),
  PolicyIssued: policyChange,
  LocalParameterSet: policyChange,
  LocalRuleAccepted: ({ ruleId, title }: LocalRuleAccepted) => ({ change: { kind: 'local-rule', ruleId, title } }),
};

function policyChange({ version, source, effectiveFrom }: PolicyIssued | LocalParameterSet) {
  return { change: { kind: 'policy' as const, version, title: source.title, from: effectiveFrom } };
}

/** Whatever changes for a building is told there: one notice to each community, as soon as a timer can fire. */
export const noticeTimers: Projection = {
  name: 'notice-timers',
  source: 'oversight',
  handles: Object.keys(CHANGES),
  async apply(tx, records) {
    for (const record of records) await tell(tx, record);
  },
};

async function tell(tx: Tx, record: EventRecord): Promise<void> {
  const { about, change } = CHANGES[record.type]!(record.data as never);
  const { territory } = record.data as { territory: string };
  if (about) await remember(tx, { record, territory, about });
  const standings = await standingsNow(tx);
  const where = about ? { territory, standings, about } : { territory, standings };
  const noticeId = `${record.shard}-${record.pos}`;
  for (const { territory: community, buildings } of toldTo(await buildingsBelow(tx, territory), where)) {
    const data = { noticeId, territory: community, change, buildings };
    const command = { action: 'PostNotice', stream: noticesStream(community), data };
    await scheduleTimer(tx, { id: `notice-${noticeId}-${community}`, dueAt: record.at, command });
  }
}

interface Set {
  record: EventRecord;
  territory: string;
  about: 'posture' | 'risk';
}

/** One place's changes come in their order: they stand on one stream. */
function remember(tx: Tx, { record, territory, about }: Set): Promise<unknown> {
  const { posture, level } = record.data as { posture?: string; level?: string };
  return tx.query(
    `insert into oversight.standing (territory, about, value) values ($1, $2, $3)
     on conflict (territory, about) do update set value = excluded.value`,
    [territory, about, about === 'posture' ? posture : level],
  );
}

async function standingsNow(tx: Tx): Promise<Standing[]> {
  const rows = await tx.query<{ territory: string; about: 'posture' | 'risk'; value: string }>(
    'select territory, about, value from oversight.standing',
    [],
  );
  return rows.map(({ territory, about, value }) => ({ territory, [about]: value }));
}

/** Where somebody lives, as far as the registry has heard. */
async function buildingsBelow(tx: Tx, territory: string): Promise<string[]> {
  const rows = await tx.query<{ territory: string }>(
    `select distinct regexp_replace(territory, '/h-[^/]+$', '') as territory from oversight.role_grant
     where role = 'resident' and withdrawn_at is null
       and (starts_with(territory, $1 || '/') or territory = $1)`,
    [territory],
  );
  return [...new Set(rows.map((row) => placeWithoutHome(row.territory)))];
}
