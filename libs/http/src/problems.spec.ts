import { readFileSync } from 'node:fs';
import { PROBLEMS } from './problems.js';

const page = readFileSync(new URL('../../../docs/problems.md', import.meta.url), 'utf8');
const documented = [...page.matchAll(/^## `([a-z-]+)` \((\d{3})(, retryable)?\)\n\n\*\*(.+)\*\* — (.+)$/gm)];

describe('docs/problems.md', () => {
  it('documents every problem exactly as the catalogue has it, and none that is gone', () => {
    const written = documented.map(([, name, status, retryable, title, detail]) => [
      name,
      { status: Number(status), title, detail, retryable: retryable !== undefined },
    ]);
    expect(Object.fromEntries(written)).toEqual(PROBLEMS);
    expect(page.match(/^## /gm)).toHaveLength(Object.keys(PROBLEMS).length);
  });
});
