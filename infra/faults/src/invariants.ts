import { INVARIANTS } from '@baogong/ledger';

export const ALL_INVARIANTS: Readonly<Record<string, string>> = {
  ...INVARIANTS,
  L10: 'what was published is applied or parked: every consumer is at the end of its log, and nothing is parked unasked',
  topic: 'every event that the relay has passed stands on the topic, as it stands in the log',
  strangers: 'nobody reads the order of another household',
  again: 'an acknowledged command sent once more with its key gets the same answer and changes nothing',
  day: 'the day comes to its end: every command is answered, every order and every parcel too',
};
