import type { Draft } from './call.js';
import { nothing } from './things.js';
import { newId } from './world.js';

const once = [{ id: 'daily', howMuch: { times: 1, days: 1 } }];
export const policies: Draft[] = [
  {
    action: 'IssuePolicy',
    make: nothing,
    // A number that never comes: whoever may issue is told so, and the law of the district stays as it is.
    request(_things, { territory }) {
      const source = { title: 'Notice 12', article: 'article 3' };
      return { path: 'policies', body: { version: 1_000_000, territory, parentVersion: 0, source, clauses: once } };
    },
  },
  {
    action: 'SetLocalParameter',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'local-parameters',
      body: { territory, clause: 'never-delegated', parameter: 'times', value: 1, reason: 'test' },
    }),
  },
  {
    action: 'ProposeLocalRule',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'local-rules',
      body: { id: newId(), territory, title: 'Gate rule', clauses: once },
    }),
  },
  {
    action: 'ReportUnknownRule',
    make: nothing,
    request: (_things, { territory }) => ({ path: 'rule-reports', body: { id: newId(), territory, met: once } }),
  },
];
