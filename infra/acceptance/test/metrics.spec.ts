import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '@baogong/observability';
import { openWorld, type World } from './support/world.js';

const SERVICES = ['orders', 'inventory', 'delivery', 'oversight'];
const SERIES_MAX = 2000;
const SHARDS = 16;

describe('the metrics', () => {
  let world: World;
  let secret: string;
  let pages: string[];

  beforeAll(async () => {
    world = await openWorld();
    secret = readFileSync(join(world.data, 'keys/metrics-secret'), 'utf8').trim();
    expect((await world.client.get('throughput', 'do-1')).status).toBe(200);
    expect((await world.client.get('orders', 'vo-nobody')).status).toBeGreaterThanOrEqual(400);
    pages = await Promise.all(pathsOf(world).map((path) => read(path, { authorization: `Bearer ${secret}` })));
  });

  const read = async (path: string, headers: Record<string, string>): Promise<string> => {
    const { status, text } = await world.raw({ path, headers });
    return status === 200 ? text : String(status);
  };

  it('are for whoever shows the secret, and for nobody else', async () => {
    for (const path of pathsOf(world)) {
      const token = await world.tokenOf('do-1');
      const tries = [{}, { authorization: 'Bearer wrong' }, { authorization: `Bearer ${token}` }];
      for (const headers of tries) expect(await read(path, headers as Record<string, string>)).toBe('404');
    }
  });

  it('tell of requests, consumers, queues, connections and the process', () => {
    const text = pages.join('\n');
    const told = Object.keys(METRICS).filter((name) => text.includes(`# TYPE ${name} `));
    expect(told).toEqual(Object.keys(METRICS));
    expect(text).toMatch(/baogong_http_requests_total\{method="GET",route="\/api\/v1\/throughput",status="200"\} \d+/);
    for (const service of SERVICES) {
      expect(text).toMatch(new RegExp(`baogong_consumer_lag_events\\{service="${service}",consumer="\\w`));
      expect(text).toContain(`baogong_database_connections{service="${service}",state="open"}`);
    }
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('have labels out of the code only, and not too many of them', () => {
    for (const page of pages) {
      const series = page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      const ofShards = series.filter((line) => line.includes('shard="'));
      const others = series.length - ofShards.length;
      expect(others).toBeLessThan(pages.length === 1 ? SERIES_MAX * SERVICES.length : SERIES_MAX);
      // A consumer or relay is told of once for each shard of each source, and in no other way.
      const kinds = new Set(ofShards.map((line) => line.replace(/shard="\d+"/, '').replace(/ \S+$/, '')));
      expect(ofShards.length).toBeLessThanOrEqual(kinds.size * SHARDS);
      expect(ofShards.filter((line) => !/shard="(\d|1[0-5])"/.test(line))).toEqual([]);
      expect(page).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7|h-0|re-\d|甄隐私|密室|199770/);
    }
  });
});

const pathsOf = ({ mode }: World): string[] =>
  mode === 'embedded' ? ['/metrics'] : SERVICES.map((service) => `/metrics/${service}`);
