/**
 * One call appends the units of many callers: it locks their shards in order, looks for keys before versions, and gives
 * every unit a verdict of its own. The plan settings are measured: a plan made while the tables are empty would scan.
 * `u_*` hold one entry per unit, `e_*` one per event; `u_from` is the place of a unit's first event among `e_*`.
 * The leaf is the SHA-256 of the fields joined by U+001F, which no field may hold; the chain links it to its place.
 */
export const APPEND = /* sql */ `
create type es.verdict as (
  unit int, verdict text, version_to int, first_pos bigint, last_pos bigint, shard smallint
);

create function es.period_of(at timestamptz) returns int language sql immutable parallel safe
  return floor(extract(epoch from at) / 2592000)::int;

create function es.append(
  u_shard smallint[], u_stream text[], u_kind text[], u_community text[], u_territory text[],
  u_key text[], u_hash text[], u_caller text[], u_expected int[], u_count int[],
  u_actor text[], u_role text[], u_rule text[], u_policy int[], u_stale boolean[],
  u_correlation text[], u_causation text[], u_drill boolean[], u_from int[],
  e_unit int[], e_type text[], e_revision int[], e_id uuid[], e_at bigint[], e_data text[]
) returns setof es.verdict
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_bitmapscan = off
set enable_material = off
set jit = off
as $$
declare
  this_period int := es.period_of(clock_timestamp());
  is_drill boolean;
  verdicts es.verdict[];
  r record;
  n int := 0;
  i int;
  j int;
  s smallint := -1;
  digest bytea;
  a_shard smallint[] := '{}'; a_pos bigint[] := '{}'; a_event int[] := '{}'; a_version int[] := '{}';
  a_leaf bytea[] := '{}'; a_chain bytea[] := '{}';
begin
  select o.drill into is_drill from es.installation o;
  perform 1 from es.shard h where h.shard = any (u_shard) order by h.shard for no key update;
  if exists (select 1 from unnest(e_type) t(type) where not exists (select 1 from es.event_type k where k.type = t.type)) then
    raise exception 'an event type is not owned here' using errcode = '23514';
  end if;

  with unit as (
    select u.unit, u.shard, u.stream, u.key, u.expected, u.count,
      coalesce((select v.version from es.stream v where v.shard = u.shard and v.id = u.stream limit 1), 0) as version,
      -- Scalar with a limit: as a join or an 'exists' it was planned, while empty, as one scan of the whole period for
      -- every call, and fell from 4,500 appends a second to 1,000 within half a minute.
      (select true from es.idempotency d where d.shard = u.shard and d.stream = u.stream and d.key = u.key
        and d.period in (this_period, this_period - 1) limit 1) is not null
      or row_number() over (partition by u.shard, u.stream, u.key order by u.unit) > 1 as known
    from unnest(u_shard, u_stream, u_key, u_expected, u_count) with ordinality
      as u(shard, stream, key, expected, count, unit)
  ), lined as (
    -- A unit counts on the units of its stream before it: it may follow only if all of them were accepted.
    select *, expected = version + coalesce(sum(case when known then 0 else count end) over before, 0) as fits
    from unit
    window before as (partition by shard, stream order by unit rows between unbounded preceding and 1 preceding)
  ), judged as (
    select *, case when known then 'known'
      when bool_and(known or fits) over (partition by shard, stream order by unit) then 'appended'
      else 'conflict' end as verdict
    from lined
  ), placed as (
    select j.*, h.head + coalesce(sum(case when verdict = 'appended' then count else 0 end) over up_to, 0) as last
    from judged j join es.shard h on h.shard = j.shard
    window up_to as (partition by j.shard order by unit)
  )
  select array_agg(row(unit::int, verdict,
      case when verdict = 'appended' then expected + count else version end,
      last - count + 1, last, shard)::es.verdict order by unit)
    into verdicts from placed;

  -- Subscripts of these arrays cost the same at any place (PL/pgSQL keeps them unpacked), joins of them would not.
  for r in select * from unnest(verdicts) v where v.verdict = 'appended' order by v.shard, v.first_pos loop
    if r.shard <> s then
      s := r.shard;
      select h.head_digest into digest from es.shard h where h.shard = s;
    end if;
    i := r.unit;
    for k in 0 .. u_count[i] - 1 loop
      j := u_from[i] + k;
      n := n + 1;
      a_version[n] := r.version_to - u_count[i] + 1 + k;
      a_leaf[n] := sha256(convert_to(concat_ws(chr(31), s, u_stream[i], a_version[n], e_type[j], e_revision[j], e_id[j],
        u_actor[i], u_role[i], u_rule[i], u_policy[i], u_stale[i]::text, u_correlation[i], u_causation[i],
        u_community[i], u_territory[i], e_at[j], (u_drill[i] or is_drill)::text, e_data[j]), 'UTF8'));
      digest := sha256(digest || a_leaf[n] || int8send(r.first_pos + k));
      a_shard[n] := s; a_pos[n] := r.first_pos + k; a_event[n] := j; a_chain[n] := digest;
    end loop;
  end loop;
  if n = 0 then
    return query select * from unnest(verdicts);
    return;
  end if;

  insert into es.event
  select a.shard, a.pos, u_stream[e_unit[a.event]], a.version, e_type[a.event], e_revision[a.event], e_id[a.event],
    u_actor[e_unit[a.event]], u_role[e_unit[a.event]], u_rule[e_unit[a.event]], u_policy[e_unit[a.event]],
    u_stale[e_unit[a.event]], u_correlation[e_unit[a.event]], u_causation[e_unit[a.event]],
    u_community[e_unit[a.event]], u_territory[e_unit[a.event]],
    timestamptz 'epoch' + e_at[a.event] * interval '1 microsecond',
    u_drill[e_unit[a.event]] or is_drill, e_data[a.event]::json, a.leaf, a.chain
  from unnest(a_shard, a_pos, a_event, a_version, a_leaf, a_chain) as a(shard, pos, event, version, leaf, chain);

  insert into es.stream as old (shard, id, kind, community, territory, version)
  select distinct on (v.shard, u_stream[v.unit]) v.shard, u_stream[v.unit], u_kind[v.unit], u_community[v.unit],
    u_territory[v.unit], v.version_to
  from unnest(verdicts) v where v.verdict = 'appended'
  order by v.shard, u_stream[v.unit], v.unit desc
  on conflict (shard, id) do update set version = excluded.version;

  insert into es.idempotency (period, shard, stream, key, request_hash, actor, version_to, first_pos, last_pos)
  select this_period, v.shard, u_stream[v.unit], u_key[v.unit], u_hash[v.unit], u_caller[v.unit], v.version_to,
    v.first_pos, v.last_pos
  from unnest(verdicts) v where v.verdict = 'appended';

  update es.shard h set head = t.pos, head_digest = t.chain
  from (select distinct on (a.shard) a.shard, a.pos, a.chain
        from unnest(a_shard, a_pos, a_chain) as a(shard, pos, chain) order by a.shard, a.pos desc) t
  where h.shard = t.shard;

  return query select * from unnest(verdicts);
end $$;
`;
