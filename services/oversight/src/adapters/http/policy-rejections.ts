/** What a refused policy, parameter, rule or report is told, by code. */
export const POLICY_REJECTIONS = {
  'version-must-rise-by-one':
    'The next version is the last one issued in the district plus one; read the policies again.',
  'territory-not-registered': 'Register the territory first.',
  'effective-in-the-past': 'A policy takes effect now or later, never backwards.',
  'never-in-force': 'It would end before it begins.',
  'parent-not-in-force':
    'Name the version that is in force above at that time, 0 where there is none; read the policies again.',
  'protected-criterion':
    'Tenancy, origin, registration, arrears, health, tests and complaints are never a criterion, whatever they would give or take.',
  'too-intricate': 'The clauses cut each other into too many pieces to be compared; say it with fewer of them.',
  'nothing-delegated': 'The policy in force delegates nothing of this; ask the district office to change it.',
  'cannot-delegate': 'What was delegated cannot be delegated on.',
  'outlasts-mandate': 'It would outlast the policy that delegates it; params say when that one ends.',
  'outside-delegated-range': 'It lies outside what the policy in force leaves to you; params say where.',
  'no-reason': 'A local parameter is given a reason.',
  'no-clauses': 'It needs at least one clause.',
  'too-large': 'At most 50 clauses of together 100,000 characters.',
  'clause-twice': 'Two clauses carry the same id.',
  'empty-interval': 'A time window ends before it begins; write two where it runs over midnight.',
  'empty-clause': 'A clause leaves nothing over that it could permit.',
  'outside-territory': 'A clause names a place that does not lie within the territory.',
  'contradicting-clauses':
    'Two clauses give different limits for the same thing; except in the one what the other speaks of.',
  'range-of-nothing': 'A range is delegated for a parameter that the clause does not have.',
  'range-twice': 'Two ranges are delegated for the same parameter.',
  'faulty-range': 'A range reaches from at least 1 up, and the value of the clause lies within it.',
  'already-proposed': 'A rule with this id was proposed already; use a new id.',
  'unknown-organisation': 'No organisation of this code has a desk there.',
  'already-reported': 'A report with this id exists already; use a new id.',
};
