import { packMatrix, unpackMatrix, type DutyMatrix, type DutyRule, type PackedMatrix } from '@baogong/duties';
import { matrix } from './spec/cupboard.js';
import { matrixCheckOf, matrixKeyOf, sealMatrix } from './matrix-seal.js';

const seed = Buffer.alloc(32, 7);
const check = matrixCheckOf([matrixKeyOf(seed)]);
const sealed = sealMatrix(matrix, seed);
const [first, ...rest] = matrix.rules as [DutyRule, ...DutyRule[]];

describe('a signed duty matrix', () => {
  it('N4: is known as the district’s by its public key, packed or not, over the wire', () => {
    expect(check(JSON.parse(JSON.stringify(sealed)))).toBe(true);
    const { signature, ...document } = sealed;
    expect(unpackMatrix(document as PackedMatrix)).toEqual(matrix);
    expect(check({ ...unpackMatrix(document as PackedMatrix), signature } as typeof sealed)).toBe(true);
  });

  it('N4: is refused with any change, unsigned, or signed by another key', () => {
    const { signature, ...unsigned } = sealed;
    const changes: DutyMatrix[] = [
      { ...matrix, version: matrix.version + 1 },
      { ...matrix, rules: rest },
      { ...matrix, rules: [{ ...first, modality: first.modality === 'allowed' ? 'forbidden' : 'allowed' }, ...rest] },
      { ...matrix, rules: [{ ...first, validTo: '2027-01-01T00:00:00.000Z' }, ...rest] },
      { ...matrix, texts: { 'basis-x': { zh: '一', en: 'one' } } },
    ];
    for (const changed of changes) expect(check({ ...sealMatrix(changed), signature } as typeof sealed)).toBe(false);
    expect(check(unsigned)).toBe(false);
    expect(check(sealMatrix(matrix, Buffer.alloc(32, 8)))).toBe(false);
    expect(check({ ...unsigned, signature: 'not a signature' })).toBe(false);
  });

  it('is known by an old key too while it is being replaced', () =>
    expect(matrixCheckOf([matrixKeyOf(Buffer.alloc(32, 8)), matrixKeyOf(seed)])(sealed)).toBe(true));

  it('says once what most rules say alike', () => {
    const odd = { ...first, id: 'of-its-own', validFrom: '2026-06-01T00:00:00.000Z' };
    const packed = packMatrix({ version: 1, rules: [odd, ...rest] });
    expect(packed.rules[0]).toEqual(odd);
    expect(unpackMatrix(packed)).toEqual({ version: 1, rules: [odd, ...rest] });
  });
});
