import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Read models. Every row depends on one stream, or is a sum, or is written column by column by different streams:
 * so the order in which sources and shards arrive leaves no trace, and a rebuilt table equals the live one.
 * Moments are RFC 3339 texts as the log has them; `hour` is their first 13 characters.
 */
export class OversightTables1764000100000 implements MigrationInterface {
  name = 'OversightTables1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists oversight;

      create table oversight.offer (offer_id text primary key, name text not null, weight_grams bigint not null);
      create table oversight.stage_fact (
        stage text not null, subject text not null, offer_id text not null, community text not null,
        hour text not null, pieces bigint not null, grams bigint, primary key (stage, subject, offer_id));
      create index stage_fact_by_hour on oversight.stage_fact (hour, community);
      create table oversight.journey (
        order_id text primary key, community text not null,
        placed_at text, granted_at text, packed_at text, handed_over_at text);
      create index journey_by_granted on oversight.journey (granted_at);
      create index journey_by_packed on oversight.journey (packed_at);
      create index journey_by_handed_over on oversight.journey (handed_over_at);

      create table oversight.consignment (
        consignment_id text primary key, round_id text not null, community text not null,
        supplier text, consignee text not null, dispatched_at text, received_at text,
        shipped bigint not null default 0, accepted bigint not null default 0, rejected bigint not null default 0);

      create table oversight.refusal (
        community text not null, hour text not null, rule text not null, role text not null, action text not null,
        organisation text not null, basis text not null, person text not null, count bigint not null,
        primary key (community, hour, rule, role, action, organisation, person));

      create table oversight.actor (
        actor_id text primary key, kind text not null, name text, territory text not null, registered_at text not null);
      create table oversight.role_grant (
        grant_id text primary key, actor_id text not null, role text not null, territory text not null,
        organisation text, expires_at text, granted_at text not null, withdrawn_at text);
      create index role_grant_by_actor on oversight.role_grant (actor_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema oversight cascade');
  }
}
