/** Which processes of the service live, so that each of them takes its part of the shards and no more. */
export const REPLICAS = /* sql */ `
create table es.replica (id text primary key, seen_until timestamptz not null);

create function es.join_replicas(replica_id text, ttl_ms int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into es.replica as old (id, seen_until)
  values (replica_id, clock_timestamp() + make_interval(secs => ttl_ms::float8 / 1000))
  on conflict (id) do update set seen_until = excluded.seen_until;
  delete from es.replica where seen_until < clock_timestamp() - interval '1 hour';
  return (select count(*) from es.replica where seen_until > clock_timestamp());
end $$;
`;
