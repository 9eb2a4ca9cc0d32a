import type { Finding } from '@baogong/ledger';
import { FAULTS } from '../faults/catalogue.js';
import { nothingToLift, type Fault } from '../faults/fault.js';
import { startInstallation } from '../installation/installation.js';
import { peopled } from '../peopled.js';
import { runOnce } from '../run-once.js';
import { plantedBy, requirePlantable } from './edits.js';
import type { PlantedBug } from './planted-bug.js';
import { replaceIn } from './replaced-function.js';

/** What is never right need not be waited for as long as what comes late. */
const LIMITS = { daySeconds: 40, settlingSeconds: 10 };
const NO_FAULT: Fault = {
  id: 'none',
  what: 'an ordinary day',
  lasts: [0, 0],
  strike: () => Promise.resolve({ what: 'an ordinary day', lift: nothingToLift }),
};

export interface PlantedOutcome {
  id: string;
  what: string;
  /** The invariants that do not hold; none where the bug was not found. */
  foundBy: string[];
  runs: number;
  example: string;
}

interface Planting {
  root: string;
  seed: number;
}

/** An installation of its own for each bug: what one has spoilt would tell on the next. */
export async function runPlanted(bug: PlantedBug, { root, seed }: Planting): Promise<PlantedOutcome> {
  requirePlantable(root, bug.edits);
  const installation = await startInstallation(root, plantedBy(bug.edits));
  const { id, what } = bug;
  try {
    const stage = await peopled(installation).catch((failure: unknown) => String(failure));
    // It does not even get as far as an ordinary day.
    if (typeof stage === 'string') return { id, what, runs: 0, foundBy: ['day'], example: stage };
    for (const replacement of bug.replacements ?? []) await replaceIn(installation.databases(), replacement);
    const fault = bug.under === undefined ? NO_FAULT : FAULTS.find((each) => each.id === bug.under);
    if (!fault) throw new Error(`${id} is to come to light under ${bug.under}, which is no fault`);
    const most = bug.runs ?? 1;
    for (let runs = 1; ; runs += 1) {
      const { findings } = await runOnce({ ...stage, limits: LIMITS }, fault, seed + runs - 1);
      const broken = findings.filter((finding) => finding.broken > 0);
      if (broken.length > 0 || runs === most) return { id, what, runs, ...foundBy(broken) };
    }
  } finally {
    await installation.stop();
  }
}

function foundBy(broken: Finding[]): Pick<PlantedOutcome, 'foundBy' | 'example'> {
  return { foundBy: broken.map(({ id }) => id), example: broken[0]?.examples[0] ?? '' };
}
