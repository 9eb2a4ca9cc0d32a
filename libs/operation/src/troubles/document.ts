import { TROUBLES } from './catalogue.js';
import type { Entry } from './entry.js';

const INTRODUCTION = `# Troubles

What a person can put right, as Baogong says it; written by \`npm run docs\` from the one catalogue in
\`libs/operation/src/troubles\`. The values are examples. Exit codes: 1 stopped, 2 asked wrongly, 69 something else is not
there yet (a restart may help), 78 the configuration has to be changed first (a restart does not help), 70 a fault of ours,
told with its stack. \`npm run baogong -- doctor\` looks for all of them without starting anything.
`;

/** The text of `docs/troubles.md`. */
export function troublesDocument(): string {
  const entries = Object.entries(TROUBLES as Record<string, Entry<object>>);
  const parts = entries.map(([code, told]) => {
    const words = told.says(told.example).trimEnd();
    return `## ${code}\n\nExit code ${told.exit}.\n\n\`\`\`\n${words}\n\`\`\`\n`;
  });
  return `${INTRODUCTION}\n${parts.join('\n')}`;
}
