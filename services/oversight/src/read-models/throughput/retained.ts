import { createHash } from 'node:crypto';
import type { ServerEvent } from '@baogong/http';

const EVENTS_MAX = 30;

export interface Retained {
  /** The event that tells this state; undefined where the state told last was the same. */
  note(state: { position: string; data: unknown }): (ServerEvent & { id: string }) | undefined;
  /** What a reader missed who saw `lastId` last; the newest state alone where that is no longer known. */
  since(lastId: string | undefined): ServerEvent[];
}

/**
 * The states told last. An id is the positions whose effects the state holds, written as in `Baogong-After`, and a
 * digest of the state: so a reader who comes back after a restart, or to another replica, to an unchanged state is told
 * nothing twice.
 */
export function retained(event: string): Retained {
  const told: (ServerEvent & { id: string; digest: string })[] = [];
  return {
    note({ position, data }) {
      const digest = createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 16);
      if (told.at(-1)?.digest === digest) return undefined;
      told.push({ event, id: `${position}~${digest}`, data, digest });
      if (told.length > EVENTS_MAX) told.shift();
      return told.at(-1);
    },
    since(lastId) {
      const seen = told.findLastIndex(({ id }) => id === lastId);
      if (seen >= 0) return told.slice(seen + 1);
      return told.slice(-1).filter(({ digest }) => !lastId?.endsWith(`~${digest}`));
    },
  };
}
