/** A row for each stream: how many of its events were heard; a repeat that is counted twice shows. */
export const ORDER_VIEW = /* sql */ `create table if not exists order_view (
  id text primary key, household text not null, heard int not null)`;

export const HEARD = 'select coalesce(sum(heard), 0)::int as n from order_view';
