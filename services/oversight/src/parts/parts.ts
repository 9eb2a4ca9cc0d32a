import { approvalsPart } from './approvals.part.js';
import { bulletinPart } from './bulletin.part.js';
import { casesPart } from './cases.part.js';
import { coveragePart } from './coverage.part.js';
import { delegationsPart } from './delegations.part.js';
import { districtPart } from './district.part.js';
import { dutiesPart } from './duties.part.js';
import { helpPart } from './help.part.js';
import { holdingsPart } from './holdings.part.js';
import { noticesPart } from './notices.part.js';
import { obligationsPart } from './obligations.part.js';
import type { Part } from './part.js';
import { policyPart } from './policy.part.js';
import { pollsPart } from './polls.part.js';
import { registryPart } from './registry.part.js';
import { throughputPart } from './throughput.part.js';

export const PARTS: readonly Part[] = [
  registryPart,
  delegationsPart,
  dutiesPart,
  policyPart,
  obligationsPart,
  approvalsPart,
  coveragePart,
  helpPart,
  noticesPart,
  holdingsPart,
  casesPart,
  pollsPart,
  throughputPart,
  districtPart,
  bulletinPart,
];
