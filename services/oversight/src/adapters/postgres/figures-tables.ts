import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of households without knowing them, what is counted of oversight's own events, alerts and bulletins. */
export class FiguresTables1790200100000 implements MigrationInterface {
  name = 'FiguresTables1790200100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.household (
        household_id text primary key, community text not null, people int, registered_at text, heard_at text,
        served_at text, unserved_at text, covered_until text);
      create table oversight.household_supply (
        household_id text not null, hour text not null, grams bigint not null, primary key (household_id, hour));
      create table oversight.household_hour (
        community text not null, kind text not null, hour text not null, households bigint not null,
        primary key (community, kind, hour));

      create table oversight.tally_hour (
        community text not null, hour text not null, kind text not null, actor text not null, count bigint not null,
        primary key (community, hour, kind, actor));

      create table oversight.organisation_mark (mark text primary key, actor_id text not null);

      create table oversight.threshold (
        threshold_id text primary key, territory text not null, measure text not null, at_least int not null,
        above boolean not null default false, crossings int not null default 0);
      create table oversight.alert (
        threshold_id text not null, crossing int not null, territory text not null, measure text not null,
        at_least int not null, direction text not null, value int, at text not null, event_id text not null,
        primary key (threshold_id, crossing));

      create table oversight.bulletin (
        territory text not null, day text not null, digest text not null, page json not null,
        primary key (territory, day));
      create table oversight.bulletin_begun (territory text primary key);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table oversight.household, oversight.household_supply, oversight.household_hour,
      oversight.tally_hour, oversight.organisation_mark, oversight.threshold, oversight.alert, oversight.bulletin, oversight.bulletin_begun`);
  }
}

/** All households of a community in one row, and a way to the hours of one kind: what stands now is asked for most. */
export class HouseholdSums1790300500000 implements MigrationInterface {
  name = 'HouseholdSums1790300500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into oversight.household_hour (community, kind, hour, households)
      select community, 'known', '', sum(households) from oversight.household_hour where kind = 'covered' group by 1;
      create index household_hour_by_kind on oversight.household_hour (kind, hour) include (community, households);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index oversight.household_hour_by_kind;
      delete from oversight.household_hour where kind = 'known'`);
  }
}
