interface TextSchema {
  type: 'string';
  description: string;
  pattern?: string;
  const?: string;
  enum?: string[];
  format?: string;
}

const text = (description: string, more: Partial<TextSchema> = {}): TextSchema => ({
  type: 'string',
  description,
  ...more,
});
const count = (description: string) => text(description, { pattern: '^[0-9]+$' });
const flag = (description: string) => text(description, { enum: ['true', 'false'] });
const sha256 = (description: string) => text(description, { pattern: '^[0-9a-f]{64}$' });

/** What every record carries, as text: CloudEvents 1.0 in the Kafka protocol binding's binary mode, then our extensions. */
export const RECORD_HEADERS = {
  ce_specversion: text('Version of CloudEvents', { const: '1.0' }),
  ce_id: text('Id of the event'),
  ce_source: text('The service that owns the event', { pattern: '^/baogong/[a-z]+$' }),
  ce_type: text('Type and version of the contract', { pattern: '^[A-Z][A-Za-z0-9]*\\.v[0-9]+$' }),
  ce_subject: text('The stream, which is also the key of the record'),
  ce_time: text('When it was recorded', { format: 'date-time' }),
  ce_shard: count('Shard, which is also the partition'),
  ce_pos: count('Position in the shard: 1, 2, 3 and so on without a hole'),
  ce_epoch: count('Of the lease under which it was published'),
  ce_streamversion: count('Position in its stream: 1, 2, 3 and so on'),
  ce_revision: count('Revision of the stored form'),
  ce_actor: text('Id of who acted'),
  ce_role: text('The role acted in'),
  ce_rule: text('The rule of the duty matrix that allowed it'),
  ce_policyversion: count('Version of the duty matrix'),
  ce_authoritystale: flag('Whether grants and matrix were out of date when it was decided'),
  ce_community: text('The community it belongs to'),
  ce_territory: text('The place it belongs to, as a path'),
  ce_correlation: text('Id of the conversation it belongs to'),
  ce_causation: text('Id of what caused it'),
  ce_leaf: sha256('SHA-256 of the bytes stored'),
  ce_chain: sha256('SHA-256 over the chain before, the leaf and the position'),
  ce_drill: flag('Whether it is of a drill'),
} as const;

export const TRACE_HEADER = text('Trace context (W3C)', {
  pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
});

/** A sign of life of a shard; it carries no event. */
export const HEARTBEAT_HEADERS = {
  bg_control: text('Marks what is no event', { const: 'heartbeat' }),
  ce_pos: count('Head of the shard'),
  ce_epoch: count('Of the lease'),
} as const;

export const HEARTBEAT_CHAIN = sha256('Chain at the head of the shard; missing while it is empty');
