import { configurationDocument, troublesDocument } from '@baogong/operation';
import { format, resolveConfig } from 'prettier';
import { eventCatalogue } from './event-catalogue.js';

const WRITTEN: Record<string, () => string> = {
  'docs/domain/events.md': eventCatalogue,
  'docs/configuration.md': configurationDocument,
  'docs/troubles.md': troublesDocument,
};

/** The pages that are written from the code, by their path; formatted as the others are. */
export async function documents(root: string): Promise<Map<string, string>> {
  const options = (await resolveConfig(`${root}/package.json`)) ?? {};
  const entries = Object.entries(WRITTEN).map(async ([path, write]) => {
    const text = path.endsWith('events.md') ? write() : await format(write(), { ...options, parser: 'markdown' });
    return [path, text] as const;
  });
  return new Map(await Promise.all(entries));
}
