import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asyncApi, CONTEXTS, topicOf } from '@baogong/contracts';
import { readTopics, type TopicRecord } from '@baogong/testing';
import { Ajv } from 'ajv';
import { openWorld } from './support/world.js';

type Document = ReturnType<typeof asyncApi>;
const DOCUMENT = resolve(import.meta.dirname, '../../../docs/asyncapi.json');

describe('the records on the topics', () => {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document;
  let records: TopicRecord[];

  beforeAll(async () => {
    const { data } = await openWorld();
    const settings = readFileSync(join(data, 'kafka/server.properties'), 'utf8');
    const [, broker] = /^listeners=PLAINTEXT:\/\/([^,\s]+)/m.exec(settings)!;
    records = await readTopics([broker!], CONTEXTS.map(topicOf), 60_000);
  }, 90_000);

  it('are each as the AsyncAPI document says, headers and payload, and of every service', () => {
    const faultOf = judge(document);
    const faults = records.map((record) => faultOf(record)).filter((fault) => fault !== undefined);
    expect(faults.slice(0, 5)).toEqual([]);
    expect([...new Set(records.map(({ topic }) => topic))].sort()).toEqual(CONTEXTS.map(topicOf).sort());
    expect(records.length).toBeGreaterThan(200);
  });

  it('are told apart from records that are not as it says', () => {
    const faultOf = judge(document);
    const record = records.find(({ value }) => value !== null)!;
    const { ce_pos: _, ...without } = record.headers;
    const planted: TopicRecord[] = [
      { ...record, headers: without },
      { ...record, headers: { ...record.headers, ce_name: '某人' } },
      { ...record, headers: { ...record.headers, ce_type: 'NeverHeardOf.v1' } },
      { ...record, value: JSON.stringify({ ...(JSON.parse(record.value!) as object), telephone: '13800000000' }) },
      { ...record, partition: record.partition + 1 },
    ];
    expect(planted.map((each) => faultOf(each) !== undefined)).toEqual(planted.map(() => true));
  });

  it('serves the document that is committed', async () => {
    const world = await openWorld();
    expect((await world.raw({ path: '/api/docs/asyncapi.json' })).body).toEqual(document);
  });
});

/** @returns what is wrong with a record, by the document alone */
function judge(document: Document): (record: TopicRecord) => string | undefined {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'asyncapi');
  const channels = Object.values(document.channels);
  return (record) => {
    const channel = channels.find(({ address }) => address === record.topic);
    const reference = channel?.messages[nameOf(record)]?.$ref;
    if (!reference) return `${record.topic} has no ${nameOf(record)}`;
    const payload = record.value === null ? null : (JSON.parse(record.value) as unknown);
    const isOf = (part: string, data: unknown) => ajv.validate(`asyncapi${reference}/${part}`, data);
    if (!isOf('headers', record.headers)) return `${nameOf(record)} headers ${ajv.errorsText()}`;
    if (!isOf('payload', payload)) return `${nameOf(record)} payload ${ajv.errorsText()}`;
    return placed(record) ? undefined : `${nameOf(record)} does not lie where its headers say`;
  };
}

function nameOf({ headers, value }: TopicRecord): string {
  if (headers['bg_control']) return 'ShardHeartbeat';
  return value === null ? 'PrivateEvent' : (headers['ce_type'] ?? '').replace(/\.v\d+$/, '');
}

const placed = ({ headers, key, partition }: TopicRecord): boolean =>
  headers['bg_control'] !== undefined || (headers['ce_subject'] === key && Number(headers['ce_shard']) === partition);
