import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The copy of what oversight decided. `change` is one row whose update serialises the writers: numbers taken from a
 * sequence can be committed out of order, and a reader who polls by them would then miss a withdrawal for ever.
 */
export class AuthorityTables1764000000000 implements MigrationInterface {
  name = 'AuthorityTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists authority;
      create table authority.change (only_row boolean primary key default true check (only_row), seq bigint not null);
      insert into authority.change (seq) values (0);
      create table authority.role_grant (
        grant_id text primary key, actor text not null, role text, territory text, organisation text,
        expires_at text, withdrawn boolean not null default false, seq bigint not null);
      create index role_grant_by_seq on authority.role_grant (seq);
      create table authority.duty_matrix (version int primary key, rules json not null, seq bigint not null);
      create table authority.posture (territory text primary key, posture text not null, at text not null,
        shard int not null, pos bigint not null, seq bigint not null);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema authority cascade');
  }
}

/** Rights that name their actions, begin at a time or come from another actor; texts and measures beside the law. */
export class AuthorityMeasures1764000400000 implements MigrationInterface {
  name = 'AuthorityMeasures1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table authority.role_grant add column actions json, add column starts_at text, add column delegated_by text;
      alter table authority.duty_matrix add column texts json, add column signature text;
      alter table authority.posture add column rationing json, add column incident text;
      create table authority.risk (territory text primary key, level text not null, at text not null,
        shard int not null, pos bigint not null, seq bigint not null);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table authority.risk;
      alter table authority.posture drop column rationing, drop column incident;
      alter table authority.duty_matrix drop column texts, drop column signature;
      alter table authority.role_grant drop column actions, drop column starts_at, drop column delegated_by`);
  }
}

/** Which policy holds where: the text stays with oversight, every service knows the versions. */
export class AuthorityPolicies1764001600000 implements MigrationInterface {
  name = 'AuthorityPolicies1764001600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table authority.policy (version int primary key, territory text not null, parent_version int not null,
        keeps json not null, effective_from text not null, effective_to text, seq bigint not null);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table authority.policy');
  }
}

/** Which of the documents that Baogong brings a matrix is. */
export class AuthorityEditions1790300200000 implements MigrationInterface {
  name = 'AuthorityEditions1790300200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table authority.duty_matrix add column edition int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table authority.duty_matrix drop column edition');
  }
}

/**
 * What the policies say, for the commands that they decide. A district counts its own versions. What was copied without its
 * text is told again: the log is read from its beginning, which changes no other row.
 */
export class AuthorityClauses1790300300000 implements MigrationInterface {
  name = 'AuthorityClauses1790300300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table authority.policy drop constraint policy_pkey, add column clauses json, add column source json,
        add column district text generated always as (split_part(territory, '/', 1)) stored;
      alter table authority.policy add primary key (district, version);
      delete from es.cursor where consumer = 'authority';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table authority.policy drop column district, drop column clauses, drop column source;
      alter table authority.policy add primary key (version)`);
  }
}

export const authorityMigrations = [
  AuthorityTables1764000000000,
  AuthorityMeasures1764000400000,
  AuthorityPolicies1764001600000,
  AuthorityEditions1790300200000,
  AuthorityClauses1790300300000,
];
