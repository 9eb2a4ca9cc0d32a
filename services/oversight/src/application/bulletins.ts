import type { Caller, CommandResult } from '@baogong/commanding';
import { sealBulletin } from '@baogong/disclosure';
import type { Instant, Territory } from '@baogong/kernel';
import { bulletin, type BulletinCommand } from '../domain/bulletin/bulletin.js';
import { dayEnds } from './period.js';
import type { ContentOfDay, Runtime } from './runtime.js';
import { bulletinStream } from './streams.js';

export interface DayOfCommunity {
  territory: Territory;
  day: string;
}

export async function publishBulletin(
  runtime: Runtime,
  caller: Caller,
  { content, ...asked }: DayOfCommunity & { content: ContentOfDay },
): Promise<CommandResult> {
  return runtime.desk.handle({
    action: 'PublishBulletin',
    caller,
    stream: bulletinStream(asked.territory),
    decider: bulletin,
    data: () => pageOf(runtime, asked, content),
  });
}

/** The page of a day, sealed onto the one that was published last. */
export async function pageOf(
  { store, clock }: Runtime,
  { territory, day }: DayOfCommunity,
  content: ContentOfDay,
): Promise<BulletinCommand['data']> {
  const { state } = await store.load(bulletinStream(territory).id, bulletin);
  const overAt = dayEnds(day);
  const told = await content(territory, day);
  if (!told) return { overAt };
  const draft = { territory, day, madeAt: clock.now(), previous: state.last, content: told };
  return { page: sealBulletin(draft), overAt };
}

/** Eight in the morning after: whoever is obliged has the night for it. */
const HOURS_GIVEN = 8;

export const dueOf = (day: string): Instant =>
  new Date(Date.parse(dayEnds(day)) + HOURS_GIVEN * 3_600_000).toISOString();

/** The command by which the system publishes what nobody has published by then. */
export function publicationOf({ territory, day }: DayOfCommunity) {
  const command = { action: 'PublishBulletin', stream: bulletinStream(territory), data: { territory, day } };
  return { id: `bulletin-${territory}-${day}`, dueAt: dueOf(day), command };
}
