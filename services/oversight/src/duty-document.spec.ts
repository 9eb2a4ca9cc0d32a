import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { matrixV1 } from './application/matrix-v1.js';
import { dutyDocument } from './duty-document.js';

const page = resolve(import.meta.dirname, '../../../docs/domain/duties.md');

describe('the page of the duty matrix', () => {
  it('N4 S50: says what the services evaluate', () => {
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8')).toBe(dutyDocument(matrixV1));
  });

  it('tells a rule that changed', () => {
    const [first, ...rest] = matrixV1.rules;
    const changed = { ...matrixV1, rules: [{ ...first!, modality: 'forbidden' as const }, ...rest] };
    expect(dutyDocument(changed)).not.toBe(dutyDocument(matrixV1));
  });
});
