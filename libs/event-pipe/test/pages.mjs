/** A read model of sums: how many notes a stream has, and twice as many. */
export const PAGES = `create schema read;
  create table read.page (stream text primary key, notes int not null, twice int not null,
    constraint page_adds_up check (twice = 2 * notes));
  create index page_by_notes on read.page (notes, stream)`;

const ADD = `insert into read.page as p select stream, n::int, n::int * 2 from (
    select stream, count(*) as n from unnest($1::text[]) stream group by stream) c
  on conflict (stream) do update set notes = p.notes + excluded.notes, twice = p.twice + excluded.twice`;

export const pagesModel = (applied = async () => {}) => ({
  tables: ['read.page'],
  projection: {
    name: 'pages',
    source: 'orders',
    handles: ['Written'],
    async apply(tx, records) {
      await tx.query(ADD, [records.map(({ stream }) => stream)]);
      await applied();
    },
  },
});
