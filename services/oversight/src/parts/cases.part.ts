import { householdKeysOf, processRunner } from '@baogong/commanding';
import { oversightContracts } from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';
import { CaseCommandsController } from '../adapters/http/case-commands.controller.js';
import { caseTimers } from '../adapters/events/case-timers.js';
import { ruleReportTold } from '../adapters/events/rule-report-told.js';
import { CaseTables1764000500000 } from '../adapters/postgres/case-tables.js';
import { SealedStatements1790300000100 } from '../adapters/postgres/sealed-statements.js';
import { PostgresStatements } from '../adapters/postgres/postgres-statements.js';
import { CASE_PARTS, type CaseParts } from '../application/case-parts.js';
import { issuedOnCases } from '../application/cases.js';
import type { Runtime } from '../application/runtime.js';
import { ruleReports } from '../domain/case/rule-reports.process.js';
import { CasesController } from '../read-models/cases/cases.controller.js';
import { cases } from '../read-models/cases/cases.projection.js';
import { holdersAt } from '../read-models/cases/cases.query.js';
import type { Part } from './part.js';

const PUBLISHED = [
  ...(['CaseOpened', 'CaseAnswered', 'DisputeMediated', 'CaseEscalated', 'CaseOverdue'] as const),
  ...(['CaseSampled', 'CaseReopened', 'CaseVisited', 'CaseClosed'] as const),
];

/** Only what the contract names goes out: no household, and nobody who acted. */
const published: PublishedMap = Object.fromEntries(
  PUBLISHED.map((type) => [type, ({ data }) => oversightContracts[type].schema.parse(data)]),
);

export const casesPart: Part = {
  migrations: [CaseTables1764000500000, SealedStatements1790300000100],
  prepare: (runtime) => partsOf(runtime).statements.sealPlain(),
  published,
  eventTypes: { StatementGiven: 1, StatementMissed: 1, FactVerified: 1 },
  consumers: () => [cases, caseTimers],
  processes: () => [
    processRunner({
      name: 'rule-reports',
      process: ruleReports,
      sources: [{ source: 'oversight', handles: ['UnknownRuleReported'] }],
      translate: ruleReportTold,
    }),
  ],
  issued: (runtime) => issuedOnCases(partsOf(runtime)),
  controllers: [CaseCommandsController, CasesController],
  providers: (runtime) => [{ provide: CASE_PARTS, useValue: partsOf(runtime) }],
};

function partsOf(runtime: Runtime): CaseParts {
  const statements = new PostgresStatements(runtime.pool, householdKeysOf(runtime, 'words'));
  return { runtime, statements, holdersAt: (place) => holdersAt(runtime, place) };
}
