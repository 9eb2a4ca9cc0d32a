import { readFileSync } from 'node:fs';
import { asyncApi } from '@baogong/contracts';
import { SHARDS } from '@baogong/event-store';
import { metricsDocument } from '@baogong/observability';
import { configurationDocument, troublesDocument } from '@baogong/operation';
import { format, resolveConfig } from 'prettier';
import { eventCatalogue } from './event-catalogue.js';

const WRITTEN: Record<string, (root: string) => string> = {
  'docs/asyncapi.json': asyncApiDocument,
  'docs/domain/events.md': eventCatalogue,
  'docs/configuration.md': configurationDocument,
  'docs/troubles.md': troublesDocument,
  'docs/metrics.md': metricsDocument,
};

/** The pages that are written from the code, by their path; formatted as the others are. */
export async function documents(root: string): Promise<Map<string, string>> {
  const options = (await resolveConfig(`${root}/package.json`)) ?? {};
  const entries = Object.entries(WRITTEN).map(async ([path, write]) => {
    const text = write(root);
    const asIs = path.endsWith('events.md') || path.endsWith('.json');
    return [path, asIs ? text : await format(text, { ...options, parser: 'markdown' })] as const;
  });
  return new Map(await Promise.all(entries));
}

function asyncApiDocument(root: string): string {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string };
  return `${JSON.stringify(asyncApi({ version, shards: SHARDS }), null, 2)}\n`;
}
