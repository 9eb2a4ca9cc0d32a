import type { Caller, SeeResult } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import type { Runtime } from './runtime.js';

/** The place a reader asks about; the widest of their own when they name none. */
export function placeOf({ authority }: Runtime, { actor }: Pick<Caller, 'actor'>, asked?: Territory): Territory {
  if (asked !== undefined) return asked;
  const own = authority.grantsOf(actor).map(({ territory }) => territory);
  // Nobody without a grant is anywhere: no grant reaches this place, so the desk answers as for any unknown one.
  return own.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? 'd-nowhere';
}

export function see(runtime: Runtime, caller: Caller, ask: { action: Action; territory: Territory }): SeeResult {
  return runtime.desk.see(caller, ask.action, ask.territory);
}

/** Rows of a read model, typed by the one query that asks for them. */
export async function rowsOf<T>({ dataSource }: Runtime, sql: string, params: unknown[]): Promise<T[]> {
  return (await dataSource.query(sql, params)) as T[];
}
