import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A piece of text in a built module, and what stands in its place while a bug is planted. */
export interface Edit {
  /** From the root of the workspace on. */
  module: string;
  text: string;
  instead: string;
}

const VARIABLE = 'FAULTS_PLANTED';

export function plantedBy(edits: readonly Edit[]): NodeJS.ProcessEnv {
  const loader = new URL('./loader.js', import.meta.url).href;
  return edits.length === 0 ? {} : { NODE_OPTIONS: `--import=${loader}`, [VARIABLE]: JSON.stringify(edits) };
}

export function editsIn(environment: NodeJS.ProcessEnv): Edit[] {
  return JSON.parse(environment[VARIABLE] ?? '[]') as Edit[];
}

/** @throws where the text is not there exactly once: a bug that is not planted would pass for one that is not found */
export function edited(source: string, { module, text, instead }: Edit): string {
  const times = source.split(text).length - 1;
  if (times !== 1) throw new Error(`cannot plant in ${module}: ${times} times in it: ${text}`);
  return source.replace(text, () => instead);
}

/** Before any process is started for nothing. */
export function requirePlantable(root: string, edits: readonly Edit[]): void {
  const sources = new Map<string, string>();
  for (const edit of edits) {
    const source = sources.get(edit.module) ?? readFileSync(join(root, edit.module), 'utf8');
    sources.set(edit.module, edited(source, edit));
  }
}
