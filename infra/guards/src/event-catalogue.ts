import { CONTEXTS, CONTRACTS, publishedTypes, topicOf, type Context } from '@baogong/contracts';

interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/** The page of all published events, made from the contracts themselves. */
export function eventCatalogue(): string {
  const head = [
    '# Event catalogue',
    '',
    'Generated from `libs/contracts` by `npm run docs`; a test compares. No event carries personal data: households and actors',
    'are ids. Every record also has the CloudEvents headers and the envelope (shard, pos, stream, version, rule, territory).',
  ];
  return `${[...head, ...CONTEXTS.flatMap(pageOf)].join('\n')}\n`;
}

function pageOf(context: Context): string[] {
  const types = publishedTypes().filter((published) => published.context === context);
  return [
    '',
    `## ${context}: topic \`${topicOf(context)}\``,
    ...types.flatMap(({ type, version, jsonSchema }) => [
      '',
      `### ${type} (version ${version})`,
      '',
      `Fields: ${fieldsOf(jsonSchema as ObjectSchema)}`,
      '',
      '```json',
      JSON.stringify(CONTRACTS[context][type]!.example, null, 2),
      '```',
    ]),
  ];
}

function fieldsOf({ properties = {}, required = [] }: ObjectSchema): string {
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? `\`${name}\`` : `\`${name}\` (optional)`))
    .join(', ');
}
