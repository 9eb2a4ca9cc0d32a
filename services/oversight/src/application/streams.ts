import type { StreamRef } from '@baogong/commanding';
import type { Territory } from '@baogong/kernel';

export const MATRIX_STREAM = 'duty-matrix';

export function actorStream(actorId: string, territory: Territory): StreamRef {
  return { id: `actor-${actorId}`, kind: 'actor', territory };
}

export function postureStream(territory: Territory): StreamRef {
  return { id: `posture-${territory}`, kind: 'posture', territory };
}

/** One document for all: it stands at the district that was installed. */
export function matrixStream(district: Territory): StreamRef {
  return { id: MATRIX_STREAM, kind: 'duty-matrix', territory: district };
}
