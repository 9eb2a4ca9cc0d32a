/** What each invariant says, in the order in which they are told. */
export const INVARIANTS: Readonly<Record<string, string>> = {
  L1: 'what was acknowledged is there exactly once (needs the clients’ history)',
  L2: 'no position is missing, the head counts them all',
  L3: 'the versions of a stream are 1, 2, 3 ...',
  L4: 'every digest recomputes from what is stored',
  L5: 'each consumer saw the log that its producer has',
  L6: 'no cursor went back by itself',
  L7: 'goods received = on hand + reserved + handed over + written off',
  L8: 'each order ends once',
  L9: 'a reservation belongs to one order, a pass works once',
  L10: 'parked + applied + pending = published, for each consumer',
  L11: 'every event names a rule that allowed its actor, and its version',
  I1: 'goods on hand are never below nothing',
  I2: 'no more is reserved than is on hand',
  I4: 'no household is granted more of an item than its cap',
  I8: 'a parcel has one custodian at any moment',
  I14: 'every open obligation, approval and case has an owner, a due time and a clock',
};
