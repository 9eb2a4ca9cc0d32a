import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalIssuer, createVerifier } from '@baogong/identity';
import { run } from './main-cli.js';

describe('npm run baogong -- token NAME', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baogong-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const call = async (...argv: string[]) => {
    const said = { out: '', err: '' };
    const code = await run(argv, folder, { out: (line) => (said.out += line), err: (line) => (said.err += line) });
    return { code, ...said };
  };

  it('prints a token that the installation trusts', async () => {
    const issuer = await createLocalIssuer(join(folder, '.baogong/keys/issuer.json'));
    const { code, out } = await call('token', 're-0001');
    expect(code).toBe(0);
    expect(await createVerifier(issuer).verify(out)).toEqual({ ok: true, actor: 're-0001' });
  });

  it('says what to do before the first start, and makes no key then', async () => {
    expect(await call('token', 're-0001')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('npm start'),
    });
    expect(await call('token', 're-0001')).toMatchObject({ code: 1 });
  });

  it('refuses beside a configured issuer', async () => {
    await createLocalIssuer(join(folder, '.baogong/keys/issuer.json'));
    Object.assign(process.env, {
      BAOGONG_ISSUER: 'https://id.example',
      BAOGONG_AUDIENCE: 'b',
      BAOGONG_JWKS_URL: 'https://id.example/k',
    });
    try {
      expect(await call('token', 'do-1')).toMatchObject({ code: 1, out: '' });
    } finally {
      for (const name of ['BAOGONG_ISSUER', 'BAOGONG_AUDIENCE', 'BAOGONG_JWKS_URL']) delete process.env[name];
    }
  });

  it.each([[[]], [['token']], [['nonsense', 'x']], [['token', 'x', '--colour']], [['token', 'x', '--hours', '0']]])(
    'shows its usage for %j',
    async (argv) => {
      expect((await call(...argv)).code).toBe(2);
    },
  );
});
