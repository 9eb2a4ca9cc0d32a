/** One statement, so one snapshot: the header of each stream, what its keys led to, and its events after a version. */
export const LOAD = /* sql */ `
create function es.load(l_shard smallint[], l_stream text[], l_after int[], l_keys text[])
returns table (item int, kind text, community text, territory text, version int, keys json, events json)
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_bitmapscan = off
set enable_material = off
set enable_sort = off
set enable_incremental_sort = off
set jit = off
as $$
#variable_conflict use_column
declare
  this_period int := es.period_of(clock_timestamp());
begin
  return query
  select q.item::int, s.kind, s.community, s.territory, s.version, k.keys, e.events
  from unnest(l_shard, l_stream, l_after, l_keys) with ordinality as q(shard, stream, after, keys, item)
  left join lateral (select * from es.stream v where v.shard = q.shard and v.id = q.stream limit 1) s on true
  left join lateral (
    select json_agg(json_build_array(i.key, i.request_hash, i.actor, i.version_to, i.first_pos, i.last_pos)) as keys
    from json_array_elements_text(q.keys::json) asked(key)
    join lateral (select * from es.idempotency d where d.shard = q.shard and d.stream = q.stream and d.key = asked.key
      and d.period in (this_period, this_period - 1) limit 1) i on true
  ) k on true
  left join lateral (
    -- The order asked for, with sorting off, leaves one index to choose: the one by stream, not the one by position.
    select json_agg(json_build_array(o.version, o.type, o.revision,
      (extract(epoch from o.recorded_at) * 1000)::bigint, o.data)) as events
    from (select * from es.event v where v.shard = q.shard and v.stream = q.stream and v.version > q.after
            and v.version <= s.version order by v.version limit 1000000) o
  ) e on true;
end $$;

create function es.read_events(r_shard smallint, r_after bigint, r_to bigint, r_limit int) returns setof es.event
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
as $$
begin
  return query select * from es.event v where v.shard = r_shard and v.pos > r_after and v.pos <= r_to
    order by v.shard, v.pos limit r_limit;
end $$;
`;

/** What the application role may do beyond reading: each function checks what a grant could not. */
export const INSTALLATION = /* sql */ `
create function es.open_installation(asked_service text, asked_shards int, asked_hash text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found es.installation;
begin
  update es.installation i set service = coalesce(i.service, asked_service) returning i.* into found;
  if (found.service, found.shards, found.shard_hash) is distinct from (asked_service, asked_shards, asked_hash) then
    raise exception 'this database is of %, % shards by %; asked was %, % shards by %', found.service, found.shards,
      found.shard_hash, asked_service, asked_shards, asked_hash using errcode = '55000';
  end if;
end $$;

create function es.register_types(asked_owner text, types text[], revisions int[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wrong text;
begin
  if asked_owner is distinct from (select i.service from es.installation i) then
    raise exception '% does not own this database', asked_owner using errcode = '42501';
  end if;
  insert into es.event_type as old (type, owner, revision)
  select t.type, asked_owner, t.revision from unnest(types, revisions) t(type, revision) order by t.type
  on conflict (type) do update set revision = excluded.revision
    where old.owner = excluded.owner and old.revision < excluded.revision;
  select string_agg(format('%s (revision %s of %s)', k.type, k.revision, k.owner), ', ') into wrong
  from unnest(types, revisions) t(type, revision) join es.event_type k on k.type = t.type
  where k.owner <> asked_owner or k.revision > t.revision;
  if wrong is not null then
    raise exception 'event types owned by others, or newer here than this program: %', wrong using errcode = '55000';
  end if;
end $$;

create function es.mark_drill() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  lock table es.shard in share row exclusive mode;
  if exists (select 1 from es.installation i where i.drill) then return; end if;
  if exists (select 1 from es.shard h where h.head > 0) then
    raise exception 'a database with real events never becomes a drill' using errcode = '55000';
  end if;
  update es.installation set drill = true;
end $$;

create function es.move_clock(offset_ms bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update es.installation set clock_offset_ms = offset_ms where drill;
  if not found then
    raise exception 'the clock moves in a drill only' using errcode = '55000';
  end if;
end $$;

create function es.prepare_periods() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  this_period int := es.period_of(clock_timestamp());
  old record;
begin
  perform pg_advisory_xact_lock(hashtext('es.prepare_periods'));
  for p in this_period - 1 .. this_period + 1 loop
    if to_regclass(format('es.idempotency_%s', p)) is null then
      execute format('create table es.idempotency_%s (like es.idempotency including all)', p);
      execute format('alter table es.idempotency attach partition es.idempotency_%s for values from (%s) to (%s)',
        p, p, p + 1);
    end if;
  end loop;
  for old in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'es.idempotency'::regclass
      and substring(c.relname from '[0-9]+$')::int < this_period - 1 loop
    execute format('drop table es.%I', old.relname);
  end loop;
end $$;
`;
