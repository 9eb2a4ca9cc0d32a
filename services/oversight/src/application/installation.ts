import type { AnyDecider, CommandResult } from '@baogong/commanding';
import type { IssuedCommand } from '@baogong/decider';
import type { DutyMatrix } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import { actor } from '../domain/actor/actor.js';
import { dutyMatrix, type DutyMatrixState } from '../domain/duty-matrix/duty-matrix.js';
import { activationOf, builtIn, isOutdated } from './matrices.js';
import type { Runtime } from './runtime.js';
import { actorStream, MATRIX_STREAM, matrixStream } from './streams.js';

export interface Installation {
  district: Territory;
  /** The first actor of the district office; everybody else is registered by it, or by those it registers. */
  office: string;
  officeName: string;
}

interface Step {
  command: IssuedCommand;
  decider: AnyDecider;
}

/**
 * What must be there before the first person can do anything. The matrix comes last: while it is missing, an
 * installation that was cut off goes on where it stopped; once it is there, nothing of this runs again.
 */
export async function install(runtime: Runtime, installation: Installation): Promise<void> {
  const { version, state } = await runtime.store.load(MATRIX_STREAM, dutyMatrix);
  if (version > 0) return takeOver(runtime, installation, state);
  for (const [ordinal, step] of stepsOf(runtime, installation).entries()) {
    const result = await take(runtime, step, `installation-${ordinal}`);
    if (result.kind !== 'done') throw new Error(`installation stopped at ${step.command.action}: ${told(result)}`);
  }
  runtime.log.info({ district: installation.district, office: installation.office }, 'installed');
}

/**
 * An installation that never wrote a matrix of its own gets the one of the new version. What a district wrote is the
 * district's: the new one is offered to it (`GET duty-matrix`), never put in its place.
 */
async function takeOver(runtime: Runtime, { district }: Installation, active: DutyMatrixState): Promise<void> {
  const { log } = runtime;
  if (active.edition === undefined)
    return log.info({ version: active.version }, 'the district has a matrix of its own');
  if (!isOutdated(active)) return;
  const matrix = builtIn(active.version + 1);
  const result = await take(runtime, matrixStep(runtime, district, matrix), `edition-${matrix.edition}`);
  const what = { version: matrix.version, edition: matrix.edition, before: active.edition };
  if (result.kind === 'done') log.info(what, 'the matrix of this version was activated');
  else log.error({ ...what, outcome: told(result) }, 'the matrix of this version could not be activated');
}

function take(runtime: Runtime, step: Step, key: string): Promise<CommandResult> {
  return runtime.desk.issue({
    ...step,
    key,
    correlation: 'installation',
    causation: 'installation',
    installation: true,
  });
}

function stepsOf(runtime: Runtime, { district, office, officeName }: Installation): Step[] {
  const system = actorStream('system', district);
  const first = actorStream(office, district);
  const grant = {
    grantId: `installation-${office}`,
    actorId: office,
    role: 'district-office',
    territory: district,
    organisation: office,
    reach: [{ role: 'system', territory: district }],
  };
  return [
    // Registered, so that its name can be read; never granted a role, so that no token can act as it.
    {
      command: {
        action: 'RegisterActor',
        stream: system,
        data: { actorId: 'system', kind: 'organisation', name: 'Baogong' },
      },
      decider: actor as AnyDecider,
    },
    {
      command: {
        action: 'RegisterActor',
        stream: first,
        data: { actorId: office, kind: 'organisation', name: officeName },
      },
      decider: actor as AnyDecider,
    },
    { command: { action: 'GrantRole', stream: first, data: grant }, decider: actor as AnyDecider },
    matrixStep(runtime, district, builtIn(1)),
  ];
}

function matrixStep(runtime: Runtime, district: Territory, matrix: DutyMatrix): Step {
  const data = activationOf(runtime, matrix);
  const command = { action: 'ActivateDutyMatrix', stream: matrixStream(district), data };
  return { command, decider: dutyMatrix as AnyDecider };
}

function told(result: CommandResult): string {
  return result.kind === 'rejected' ? result.code : result.kind;
}
