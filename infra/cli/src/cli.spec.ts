import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalIssuer, createVerifier } from '@baogong/identity';
import { COMMANDS } from './command-list.js';
import { run } from './main-cli.js';

async function told(...argv: string[]) {
  const said = { out: '', err: '' };
  const output = { out: (line: string) => (said.out += line), err: (line: string) => (said.err += line) };
  return { code: await run(argv, tmpdir(), output), ...said };
}

describe('npm run baogong -- token NAME', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baogong-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const call = (...argv: string[]) => told(...argv, '--data', join(folder, '.baogong'));

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

  it.each([[['token']], [['token', 'x', '--colour']], [['token', 'x', '--hours', '0']]])(
    'shows its usage for %j',
    async (argv) => {
      expect(await call(...argv)).toMatchObject({ code: 2, err: expect.stringContaining('--hours N') });
    },
  );
});

describe('npm run baogong', () => {
  it.each([[[]], [['nonsense', 'x']], [['constructor']]])('lists its commands for %j', async (argv) => {
    const { code, err } = await told(...argv);
    expect(code).toBe(2);
    for (const name of Object.keys(COMMANDS)) expect(err).toContain(name);
  });

  it('lists them on stdout when asked', async () =>
    expect(await told('--help')).toMatchObject({ code: 0, out: expect.stringContaining('token'), err: '' }));

  it.each(Object.keys(COMMANDS))('says how %s is called', async (name) =>
    expect(await told(name, '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`npm run baogong -- ${name}`),
    }),
  );
});
