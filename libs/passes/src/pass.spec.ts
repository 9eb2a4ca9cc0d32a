import { createHash, sign as signBytes } from 'node:crypto';
import { decodeBase45, encodeBase45 } from './base45.js';
import { keyRingOf, passKeysOf } from './keys.js';
import { bodyOf, householdAliasOf, placeHashOf, wholeMinutes, type Pass } from './pass-body.js';
import { PASS_BYTES, PASS_CHARACTERS, sign, standingOf, verify } from './pass.js';
import { isSpokenCode, spokenCodeOf } from './spoken-code.js';

const seedOf = (name: string) => createHash('sha256').update(name).digest();
const keys = passKeysOf(seedOf('ours'));
const ring = keyRingOf(keys);
const pass: Omit<Pass, 'keyId'> = {
  passId: '0198f3a2-7c10-7000-8000-00000000a001',
  householdAlias: householdAliasOf('household-1'),
  placeHash: placeHashOf('ps-1'),
  windowFrom: '2026-04-15T06:00:00.000Z',
  windowTo: '2026-04-16T06:00:00.000Z',
  kind: 'pickup',
};
const token = sign(pass, keys);
const bytes = Buffer.from(decodeBase45(token)!);

/** Chance that every run repeats: a linear congruential generator. */
function chance(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}
const randomBytes = (next: (below: number) => number, count: number) =>
  Uint8Array.from({ length: count }, () => next(256));

function accepted(forgeries: Iterable<string>): { tried: number; accepted: number } {
  let [tried, wrong] = [0, 0];
  for (const forgery of forgeries) {
    tried += 1;
    if (verify(forgery, ring).ok) wrong += 1;
  }
  return { tried, accepted: wrong };
}

describe('a pass', () => {
  it('N3: is 94 bytes, 141 characters of the QR alphabet', () => {
    expect(bytes).toHaveLength(PASS_BYTES);
    expect(token).toHaveLength(PASS_CHARACTERS);
    expect(token).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });
  it('N3: says again what was signed, with nothing but the public key', () =>
    expect(verify(token, keyRingOf({ keyId: keys.keyId, publicKey: keys.publicKey }))).toEqual({
      ok: true,
      pass: { ...pass, keyId: keys.keyId },
    }));
  it('comes out the same every time, so it need not be stored', () => expect(sign(pass, keys)).toBe(token));
  it('of every household, place, window and kind is read back as it was', () => {
    const next = chance(1);
    for (let i = 0; i < 200; i += 1) {
      const from = Date.UTC(2026, 0, 1) + next(500_000) * 60_000;
      const told: Omit<Pass, 'keyId'> = {
        ...pass,
        householdAlias: householdAliasOf(`household-${next(5000)}`),
        placeHash: placeHashOf(`ps-${next(50)}`),
        windowFrom: new Date(from).toISOString(),
        windowTo: new Date(from + next(1440) * 60_000).toISOString(),
        kind: next(2) === 0 ? 'pickup' : 'door',
      };
      expect(verify(sign(told, keys), ring)).toEqual({ ok: true, pass: { ...told, keyId: keys.keyId } });
    }
  });
  it('cannot be made of what it has no room for', () => {
    for (const wrong of [
      { passId: 'parcel-1' },
      { windowFrom: '2026-04-15T06:00:30.000Z' },
      { windowTo: '2019-01-01' },
    ])
      expect(() => sign({ ...pass, ...wrong }, keys)).toThrow();
    expect(wholeMinutes({ from: '2026-04-15T06:00:30.000Z', to: '2026-04-15T07:00:30.000Z' })).toEqual({
      from: '2026-04-15T06:00:00.000Z',
      to: '2026-04-15T07:01:00.000Z',
    });
  });
});

describe('S62 N3: forged passes', () => {
  const every = (count: number, one: (i: number) => Uint8Array) =>
    (function* () {
      for (let i = 0; i < count; i += 1) yield encodeBase45(one(i));
    })();

  it('with one bit flipped are refused, every bit of 14 passes', () => {
    const flipped = every(14 * PASS_BYTES * 8, (i) => {
      const original = decodeBase45(
        sign({ ...pass, householdAlias: householdAliasOf(`h-${Math.floor(i / (PASS_BYTES * 8))}`) }, keys),
      )!;
      const bit = i % (PASS_BYTES * 8);
      original[bit >> 3]! ^= 1 << (bit & 7);
      return original;
    });
    expect(accepted(flipped)).toEqual({ tried: 10_528, accepted: 0 });
  });
  it('with one character changed are refused', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:abcé';
    const changed = [...token].flatMap((right, i) =>
      [...alphabet].filter((c) => c !== right).map((c) => token.slice(0, i) + c + token.slice(i + 1)),
    );
    const told = accepted(changed);
    expect(told.tried).toBeGreaterThan(6_000);
    expect(told.accepted).toBe(0);
  });
  it('signed by another key that claims our key id are refused', () => {
    const next = chance(2);
    const forged = every(3_000, (i) => {
      const other = passKeysOf(randomBytes(next, 32));
      const body = bodyOf({ ...pass, keyId: keys.keyId, householdAlias: householdAliasOf(`h-${i}`) });
      return Buffer.concat([body, signBytes(null, body, other.privateKey)]);
    });
    expect(accepted(forged)).toEqual({ tried: 3_000, accepted: 0 });
  });
  it('with a body changed under a signature of ours are refused', () => {
    const next = chance(3);
    const altered = every(3_000, () => {
      const original = Buffer.from(bytes);
      original.set(randomBytes(next, 1 + next(12)), 2 + next(16));
      return original.equals(bytes) ? randomBytes(next, PASS_BYTES) : original;
    });
    expect(accepted(altered)).toEqual({ tried: 3_000, accepted: 0 });
  });
  it('of noise, of wrong length and with the group order added to S are refused', () => {
    const next = chance(4);
    expect(accepted(every(2_000, () => randomBytes(next, next(200)))).accepted).toBe(0);
    expect(
      accepted([token.slice(0, -1), `${token}0`, ` ${token}`, token.toLowerCase(), '', ':'.repeat(141)]).accepted,
    ).toBe(0);
    expect(verify(encodeBase45(withOrderAdded(bytes)), ring)).toEqual({ ok: false, reason: 'forged' });
  });
  it('tell their fault apart', () => {
    const stranger = sign(pass, passKeysOf(seedOf('theirs')));
    expect(verify(stranger, ring)).toEqual({ ok: false, reason: 'unknown-key' });
    expect(verify('HELLO', ring)).toEqual({ ok: false, reason: 'malformed' });
    expect(verify(stranger, keyRingOf(keys, passKeysOf(seedOf('theirs')))).ok).toBe(true);
  });
});

describe('the standing of a verified pass', () => {
  const standing = (place: string, at: string) => standingOf({ ...pass, keyId: 0 }, { place, at });
  it('N3: is good at its place inside its window only', () => {
    expect(standing('ps-1', '2026-04-15T06:00:00.000Z')).toBe('good');
    expect(standing('ps-1', '2026-04-16T05:59:59.999Z')).toBe('good');
    expect(standing('ps-1', '2026-04-15T05:59:59.999Z')).toBe('too-early');
    expect(standing('ps-1', '2026-04-16T06:00:00.000Z')).toBe('expired');
    expect(standing('ps-2', '2026-04-15T06:00:00.000Z')).toBe('foreign');
  });
});

describe('the spoken code', () => {
  const code = spokenCodeOf(keys.codeKey, pass.passId, 'ps-1');
  it('is six digits, the same every time, another one at another place', () => {
    expect(code).toMatch(/^\d{6}$/);
    expect(spokenCodeOf(keys.codeKey, pass.passId, 'ps-1')).toBe(code);
    expect(spokenCodeOf(keys.codeKey, pass.passId, 'ps-2')).not.toBe(code);
    expect(spokenCodeOf(passKeysOf(seedOf('theirs')).codeKey, pass.passId, 'ps-1')).not.toBe(code);
  });
  it('spreads evenly over the digits', () => {
    const codes = Array.from({ length: 5_000 }, (_, i) => spokenCodeOf(keys.codeKey, `pass-${i}`, 'ps-1'));
    const firsts = codes.reduce<Record<string, number>>(
      (seen, c) => ({ ...seen, [c[0]!]: (seen[c[0]!] ?? 0) + 1 }),
      {},
    );
    expect(Object.values(firsts).every((count) => count > 380 && count < 620)).toBe(true);
  });
  it('is compared whole', () => {
    expect(isSpokenCode(code, code)).toBe(true);
    expect(isSpokenCode(code.slice(1), code)).toBe(false);
    expect(isSpokenCode('', code)).toBe(false);
  });
});

describe('base45', () => {
  it('agrees with the examples of RFC 9285', () => {
    for (const [plain, encoded] of [
      ['AB', 'BB8'],
      ['Hello!!', '%69 VD92EX0'],
      ['ietf!', 'QED8WEX0'],
      ['base-45', 'UJCLQE7W581'],
    ] as const) {
      expect(encodeBase45(Buffer.from(plain))).toBe(encoded);
      expect(Buffer.from(decodeBase45(encoded)!).toString()).toBe(plain);
    }
  });
  it('reads nothing it would not have written', () => {
    for (const bad of ['A', 'GGW', ':::', '::', 'ab1', 'BB8B']) expect(decodeBase45(bad)).toBeUndefined();
  });
});

/** The classic second signature for the same body: S plus the order of the group. */
function withOrderAdded(original: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const s = BigInt(`0x${Buffer.from(original.subarray(62)).reverse().toString('hex')}`) + order;
  const altered = Buffer.from(original);
  altered.set(Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse(), 62);
  return altered;
}
