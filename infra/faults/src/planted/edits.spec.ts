import { resolve } from 'node:path';
import { FAULTS } from '../faults/catalogue.js';
import { edited, editsIn, plantedBy, requirePlantable } from './edits.js';
import { BUGS } from './catalogue.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const EDIT = { module: 'libs/x/dist/x.js', text: 'if (known)', instead: 'if (false)' };

describe('planted bugs', () => {
  it('take the place of a text that is there once', () =>
    expect(edited('a; if (known) b;', EDIT)).toBe('a; if (false) b;'));
  it('are no bugs where the text is missing or stands there twice', () => {
    expect(() => edited('a;', EDIT)).toThrow(/cannot plant in libs\/x\/dist\/x.js: 0 times/);
    expect(() => edited('if (known) a; if (known) b;', EDIT)).toThrow(/2 times/);
  });
  it('reach a process by its environment, and no process where none is planted', () => {
    expect(editsIn(plantedBy([EDIT]))).toEqual([EDIT]);
    expect(plantedBy([])).toEqual({});
  });
  it('can each be planted in what is built now, under a fault that there is', () => {
    for (const { edits, under } of BUGS) {
      requirePlantable(ROOT, edits);
      if (under) expect(FAULTS.map((fault) => fault.id)).toContain(under);
    }
    expect(new Set(BUGS.map(({ id }) => id)).size).toBe(BUGS.length);
  });
});
