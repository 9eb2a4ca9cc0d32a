import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalIssuer } from '@baogong/identity';
import { addressIn, start } from './program.js';
import type { Program } from './program.js';

const MINUTES = 60_000;

const itemsOf = async (page: Response) => ((await page.json()) as { items: unknown[] }).items;

describe('npm start', () => {
  let data: string;
  let program: Program;
  let address: string;
  const programs: Program[] = [];
  const begin = async (argv: string[] = [], environment: Record<string, string> = {}): Promise<void> => {
    program = start(['embedded', '--data', data, '--port', '0', ...argv], { environment });
    programs.push(program);
    address = addressIn(await program.heard('Stop: Ctrl-C'));
  };
  const get = async (path: string, actor: string) => {
    const issuer = await createLocalIssuer(join(data, 'keys/issuer.json'));
    const headers = { authorization: `Bearer ${await issuer.sign(actor)}` };
    return fetch(`${address}/api/v1/${path}`, { headers });
  };
  const organisations = async (): Promise<Set<string>> => {
    const found = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await get(`actors?limit=100${cursor && `&cursor=${cursor}`}`, 'do-1');
      const { items, next } = (await page.json()) as { items: { id: string }[]; next: string | null };
      for (const { id } of items) found.add(id);
      cursor = next;
    }
    return found;
  };
  const postmaster = (): number => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'baogong-start-'));
    await begin();
  }, 3 * MINUTES);
  afterAll(async () => {
    for (const each of programs) each.kill('SIGTERM');
    await Promise.all(programs.map(({ ended }) => ended));
    await rm(data, { recursive: true });
  }, MINUTES);

  it(
    'answers, names the sample people, and says where data lies and how to stop',
    async () => {
      const words = program.said();
      for (const part of ['re-0001', 'rc-y', data, '--reset --empty', 'npm run baogong -- token']) {
        expect(words).toContain(part);
      }
      expect((await fetch(`${address}/health/live`)).status).toBe(200);
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
      expect((await fetch(`${address}/api/docs`)).status).toBe(200);
      expect(await itemsOf(await get('households', 're-0001'))).toHaveLength(1);
    },
    MINUTES,
  );

  it(
    'keeps its keys from other users of the machine',
    async () => {
      for (const name of ['issuer.json', 'pass-signing', 'matrix-signing', 'vault-master', 'database-owner']) {
        expect((await stat(join(data, 'keys', name))).mode & 0o077).toBe(0);
      }
      expect((await stat(join(data, 'keys'))).mode & 0o077).toBe(0);
    },
    MINUTES,
  );

  it(
    'gives tokens to people at this machine only',
    async () => {
      const page = await (await fetch(address)).text();
      expect(page).toContain('<html lang="zh-CN">');
      expect(await (await fetch(`${address}/?lang=en`)).text()).toContain('Sample people');
      const given = await (await fetch(`${address}/start/token/re-0001`)).text();
      const token = /TOKEN=&#39;([\w.-]+)&#39;/.exec(given)?.[1];
      const answer = await fetch(`${address}/api/v1/rounds`, { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(200);
      const forwarded = await fetch(`${address}/start/token/re-0001`, { headers: { 'x-forwarded-for': '10.0.0.9' } });
      expect(forwarded.status).toBe(404);
      expect((await fetch(`${address}/start/token/somebody-else`)).status).toBe(404);
    },
    MINUTES,
  );

  it(
    'refuses a second instance on its folder, saying what to do',
    async () => {
      const second = start(['embedded', '--data', data, '--port', '0']);
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain('already runs on');
      expect(second.said()).toContain(String(program.pid));
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    },
    MINUTES,
  );

  it(
    'says that a port is taken, and leaves nothing running',
    async () => {
      const other = await mkdtemp(join(tmpdir(), 'baogong-port-'));
      const taken = createServer().listen(0, '127.0.0.1');
      await new Promise((settle) => taken.once('listening', settle));
      const { port } = taken.address() as AddressInfo;
      const late = start(['embedded', '--data', other, '--port', String(port)]);
      expect(await late.ended).toBe(1);
      expect(late.said()).toContain(`Port ${port} is taken`);
      expect(late.said()).toContain('--port');
      expect(existsSync(join(other, 'postgres'))).toBe(false);
      expect(existsSync(join(other, 'instance.lock'))).toBe(false);
      taken.close();
      await rm(other, { recursive: true });
    },
    MINUTES,
  );

  it(
    'comes back within 10 s after kill -9, its orphaned database repaired, nothing lost',
    async () => {
      const orphan = postmaster();
      program.kill('SIGKILL');
      await program.ended;
      expect(() => process.kill(orphan, 0)).not.toThrow();
      const before = Date.now();
      await begin();
      expect(Date.now() - before).toBeLessThan(10_000);
      expect(program.said()).toContain('taken over');
      expect(postmaster()).not.toBe(orphan);
      expect(await itemsOf(await get('households', 're-0001'))).toHaveLength(1);
    },
    MINUTES,
  );

  it(
    'stops within 10 s on Ctrl-C pressed twice, live views open or not, and leaves no process',
    async () => {
      const database = postmaster();
      await get('throughput/live?territory=d-pudong/s-weifang/c-y', 'do-1');
      const before = Date.now();
      program.kill('SIGINT');
      program.kill('SIGINT');
      expect(await program.ended).toBe(0);
      // A database that has ended is still listed until whoever inherits it has looked.
      while (isThere(database) && Date.now() - before < 10_000) await new Promise((later) => setTimeout(later, 50));
      expect(isThere(database)).toBe(false);
      expect(Date.now() - before).toBeLessThan(10_000);
      expect(program.said()).toContain('Stopped. Everything is kept.');
      expect(existsSync(join(data, 'instance.lock'))).toBe(false);
    },
    MINUTES,
  );

  it(
    'starts empty after --reset --empty',
    async () => {
      await begin(['--reset', '--empty'], { BAOGONG_AT_ONCE: '4' });
      expect(program.said()).not.toContain('Sample people');
      expect((await get('rounds', 're-0001')).status).not.toBe(200);
      expect((await get('actors', 'do-1')).status).toBe(200);
    },
    MINUTES,
  );

  it(
    'answers or turns away at once under more than it can do, and loses nothing that it acknowledged',
    async () => {
      const token = await (await createLocalIssuer(join(data, 'keys/issuer.json'))).sign('do-1');
      const seen = new Map<string, number>();
      const acknowledged: string[] = [];
      const ask = async (id: string | undefined) => {
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': id ?? '',
        };
        const body = JSON.stringify({ id, kind: 'organisation', name: 'Firm', territory: 'd-pudong/s-weifang/c-y' });
        const signal = AbortSignal.timeout(5000);
        const sent = id === undefined ? { headers, signal } : { method: 'POST', headers, body, signal };
        const answer = await fetch(`${address}/api/v1/actors`, sent);
        const told = `${answer.status} ${answer.headers.has('retry-after') ? 'with' : 'without'} Retry-After`;
        seen.set(told, (seen.get(told) ?? 0) + 1);
        await answer.arrayBuffer();
        if (id !== undefined && answer.ok) acknowledged.push(id);
      };
      const until = Date.now() + 3000;
      const crowd = Array.from({ length: 64 }, async (_, who) => {
        for (let turn = 0; Date.now() < until; turn += 1) await ask(turn % 3 === 2 ? undefined : `pf-${who}-${turn}`);
      });
      await Promise.all(crowd);
      const kinds = ['200 without Retry-After', '201 without Retry-After', '429 with Retry-After'];
      expect([...seen.keys()].sort()).toEqual(kinds);
      expect(acknowledged.length).toBeGreaterThan(64);
      // The list learns by events, which may still be on their way.
      let missing = acknowledged;
      for (const end = Date.now() + 10_000; missing.length > 0 && Date.now() < end;) {
        const kept = await organisations();
        missing = acknowledged.filter((id) => !kept.has(id));
      }
      expect(missing).toEqual([]);
    },
    MINUTES,
  );
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
