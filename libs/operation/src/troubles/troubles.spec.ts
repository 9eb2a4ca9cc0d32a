import { TROUBLES } from './catalogue.js';
import type { Entry } from './entry.js';
import { explain, knownTrouble, trouble } from './trouble.js';

describe('a trouble', () => {
  it.each(Object.entries(TROUBLES as Record<string, Entry<object>>))(
    '%s says something, without holes, and ends with a code that is not zero',
    (_code, { exit, example, says }) => {
      expect(exit).toBeGreaterThan(0);
      expect(says(example)).not.toMatch(/undefined|\[object/);
      expect(says(example).length).toBeGreaterThan(20);
    },
  );

  it('is told without a stack; a fault of ours with it', () => {
    expect(explain(trouble('port-needs-rights', { port: 80 }))).toEqual({
      text: 'Port 80 needs rights this user has not: use one above 1023.',
      exitCode: 1,
    });
    expect(explain(new Error('x')).exitCode).toBe(70);
    expect(explain(new Error('x')).text).toContain('troubles.spec');
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['53100', 'disk-full'],
    ['EROFS', 'folder-not-writable'],
  ])('is known behind the code %s, also as a cause', (code, expected) => {
    const cause = Object.assign(new Error('no'), { code, path: '/x' });
    expect(knownTrouble(cause)?.code).toBe(expected);
    expect(knownTrouble(new Error('outer', { cause }))?.code).toBe(expected);
  });
});
