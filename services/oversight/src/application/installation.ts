import type { AnyDecider, CommandResult } from '@baogong/commanding';
import type { IssuedCommand } from '@baogong/decider';
import { ACTIONS } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import { actor } from '../domain/actor/actor.js';
import { dutyMatrix } from '../domain/duty-matrix/duty-matrix.js';
import { matrixV1 } from './matrix-v1.js';
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
  const { version } = await runtime.store.load(MATRIX_STREAM, dutyMatrix);
  if (version > 0) return;
  for (const [ordinal, step] of stepsOf(installation).entries()) {
    const result = await runtime.desk.issue({
      ...step,
      key: `installation-${ordinal}`,
      correlation: 'installation',
      causation: 'installation',
      installation: true,
    });
    if (result.kind !== 'done') throw new Error(`installation stopped at ${step.command.action}: ${told(result)}`);
  }
  runtime.log.info({ district: installation.district, office: installation.office }, 'installed');
}

function stepsOf({ district, office, officeName }: Installation): Step[] {
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
    {
      command: {
        action: 'ActivateDutyMatrix',
        stream: matrixStream(district),
        data: { ...matrixV1, actions: ACTIONS },
      },
      decider: dutyMatrix as AnyDecider,
    },
  ];
}

function told(result: CommandResult): string {
  return result.kind === 'rejected' ? result.code : result.kind;
}
