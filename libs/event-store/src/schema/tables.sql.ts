/** Every unique key holds the shard, so that the tables could be spread over several servers. Names are storage format. */
export const TABLES = /* sql */ `
create schema if not exists es;

create table es.installation (
  one boolean primary key default true check (one),
  drill boolean not null default false,
  clock_offset_ms bigint not null default 0,
  shards int not null,
  shard_hash text not null,
  service text
);
insert into es.installation (shards, shard_hash) values (16, 'sha256-first-uint32-be-mod-16');

create table es.event_type (
  type text primary key,
  owner text not null,
  revision int not null check (revision > 0)
);

create table es.shard (
  shard smallint primary key,
  head bigint not null default 0,
  head_digest bytea not null default decode(repeat('00', 32), 'hex'),
  epoch int not null default 1
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
insert into es.shard (shard) select generate_series(0, 15);

create table es.stream (
  shard smallint not null,
  id text not null,
  kind text not null,
  community text not null,
  territory text not null,
  version int not null,
  primary key (shard, id)
) with (fillfactor = 70);

create table es.event (
  shard smallint not null,
  pos bigint not null,
  stream text not null,
  version int not null,
  type text not null,
  revision int not null,
  id uuid not null,
  actor text not null,
  role text not null,
  rule text not null,
  policy_version int not null,
  authority_stale boolean not null,
  correlation text not null,
  causation text not null,
  community text not null,
  territory text not null,
  recorded_at timestamptz not null,
  drill boolean not null,
  data json not null,
  leaf bytea not null,
  chain bytea not null,
  primary key (shard, pos),
  unique (shard, stream, version)
);

-- A period is 30 days since 1970: the current one and the one before are probed, so a key lives 30 to 60 days.
create table es.idempotency (
  period int not null,
  shard smallint not null,
  stream text not null,
  key text not null,
  request_hash text not null,
  actor text not null,
  version_to int not null,
  first_pos bigint not null,
  last_pos bigint not null,
  primary key (shard, stream, key, period)
) partition by range (period);

create table es.snapshot (
  shard smallint not null,
  stream text not null,
  fold_revision int not null,
  version int not null,
  state json not null,
  primary key (shard, stream, fold_revision)
);

create table es.cursor (
  consumer text not null,
  source text not null,
  shard smallint not null,
  pos bigint not null,
  digest text not null,
  generation int not null default 1,
  moved_at timestamptz not null default now(),
  primary key (consumer, source, shard)
) with (fillfactor = 50);

create table es.relay (
  shard smallint primary key,
  pos bigint not null default 0,
  digest text not null default '',
  broker_offset bigint not null default -1,
  epoch int not null default 0,
  holder text not null default '',
  held_until timestamptz not null default '-infinity'
) with (fillfactor = 50);
insert into es.relay (shard) select generate_series(0, 15);

create table es.parked (
  consumer text not null,
  source text not null,
  shard smallint not null,
  pos bigint not null,
  stream text not null,
  reason text not null,
  record json not null,
  status text not null default 'parked' check (status in ('parked', 'replayed', 'skipped', 'compensated')),
  parked_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by text,
  primary key (consumer, source, shard, pos)
);
create index parked_stream on es.parked (consumer, source, shard, stream) where status = 'parked';

create table es.projection (
  name text not null,
  revision int not null,
  status text not null check (status in ('building', 'live', 'kept')),
  digest text,
  primary key (name, revision)
);

create table es.timer (
  id text primary key,
  due_at timestamptz not null,
  command json not null,
  status text not null default 'waiting' check (status in ('waiting', 'fired', 'cancelled')),
  claimed_until timestamptz not null default '-infinity',
  attempts int not null default 0,
  last_error text
);
create index timer_due on es.timer (due_at) where status = 'waiting';
`;
