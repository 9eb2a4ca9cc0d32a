/** As es.load, but a stream asked for from its beginning starts at the snapshot of the fold that asks, if there is one. */
export const SNAPSHOTS = /* sql */ `
create function es.load_from(l_shard smallint[], l_stream text[], l_after int[], l_keys text[], l_fold int[])
returns table (item int, kind text, community text, territory text, version int, keys json, events json,
  snapshot_version int, snapshot json)
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_bitmapscan = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  starts int[];
  versions int[];
  states json[];
begin
  select array_agg(coalesce(p.version, q.after) order by q.item), array_agg(p.version order by q.item),
    array_agg(p.state order by q.item)
  into starts, versions, states
  from unnest(l_shard, l_stream, l_after, l_fold) with ordinality as q(shard, stream, after, fold, item)
  left join lateral (
    select v.version, v.state from es.snapshot v
    join es.stream s on s.shard = v.shard and s.id = v.stream
    where v.shard = q.shard and v.stream = q.stream and v.fold_revision = q.fold and q.after = 0
      -- A snapshot ahead of its stream is of a log that was lost.
      and v.version <= s.version limit 1
  ) p on true;
  return query
  select l.item, l.kind, l.community, l.territory, l.version, l.keys, l.events, versions[l.item], states[l.item]
  from es.load(l_shard, l_stream, starts, l_keys) l;
end $$;
`;
