import { remembering } from './remembering.js';

describe('remembered tokens', () => {
  let now = 0;
  let asked = 0;
  const verifier = remembering(
    (token) => {
      asked += 1;
      return Promise.resolve(
        token === 'good' ? { actor: 're-1', expiresMs: 90_000 } : ({ ok: false, reason: 'not-trusted' } as const),
      );
    },
    () => now,
  );

  it('are checked again after a minute, and never trusted past their expiry', async () => {
    expect(await verifier.verify('good')).toEqual({ ok: true, actor: 're-1' });
    now = 59_000;
    await verifier.verify('good');
    expect(asked).toBe(1);
    now = 61_000;
    await verifier.verify('good');
    expect(asked).toBe(2);
    now = 90_001;
    await verifier.verify('good');
    expect(asked).toBe(3);
  });

  it('do not include what was refused', async () => {
    asked = 0;
    for (const _ of [1, 2]) expect(await verifier.verify('bad')).toEqual({ ok: false, reason: 'not-trusted' });
    expect(asked).toBe(2);
  });
});
