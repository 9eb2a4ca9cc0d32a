import { createHmac } from 'node:crypto';
import type { HouseholdKeys } from '@baogong/event-store';
import type { PollMarks } from '../../application/polls.js';

/** Keys of polls stand beside those of households, in a database of their own that no log and no topic copies. */
export class PostgresPollMarks implements PollMarks {
  constructor(private readonly keys: () => Promise<HouseholdKeys>) {}

  async markOf(pollId: string, householdId: string): Promise<string | undefined> {
    const found = await (await this.keys()).makeKey(subjectOf(pollId));
    return found && createHmac('sha256', found.key).update(householdId).digest('hex');
  }

  async destroy(pollId: string, at: string): Promise<void> {
    await (await this.keys()).destroy(subjectOf(pollId), at);
  }
}

/** This is the storage format. */
const subjectOf = (pollId: string): string => `poll:${pollId}`;
