import type { LoadHook } from 'node:module';
import { edited, type Edit } from './edits.js';

let edits: Edit[] = [];

export function initialize(given: Edit[]): void {
  edits = given;
}

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const ours = edits.filter(({ module }) => url.endsWith(`/${module}`));
  if (ours.length === 0) return loaded;
  if (loaded.source === undefined || loaded.source === null) throw new Error(`${url} has no source to plant in`);
  const source =
    typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8');
  return { ...loaded, source: ours.reduce(edited, source) };
};
