import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND } from './append.sql.js';
import { INSTALLATION, LOAD } from './functions.sql.js';
import { REPLICAS } from './replicas.sql.js';
import { SNAPSHOTS } from './snapshots.sql.js';
import { TABLES } from './tables.sql.js';

export type MigrationClass = new () => MigrationInterface;

class EventStore1790000000000 implements MigrationInterface {
  // TypeORM orders by the number in the name; a bundler may rename the class, never this.
  name = 'EventStore1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, APPEND, LOAD, INSTALLATION]) await runner.query(part);
    await runner.query('select es.prepare_periods()');
  }

  async down(): Promise<void> {
    throw new Error('events are never dropped by a migration');
  }
}

class KeyFingerprints1790000100000 implements MigrationInterface {
  name = 'KeyFingerprints1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table es.key_fingerprint (key text primary key, fingerprint text not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table es.key_fingerprint');
  }
}

class EventStoreReplicas1790100000000 implements MigrationInterface {
  name = 'EventStoreReplicas1790100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPLICAS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function es.join_replicas; drop table es.replica');
  }
}

class ParkedAttempts1790200000000 implements MigrationInterface {
  name = 'ParkedAttempts1790200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table es.parked add column attempts int not null default 1, add column why text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table es.parked drop column attempts, drop column why');
  }
}

class Snapshots1790300000000 implements MigrationInterface {
  name = 'Snapshots1790300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SNAPSHOTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function es.load_from');
  }
}

export const eventStoreMigrations: MigrationClass[] = [
  EventStore1790000000000,
  KeyFingerprints1790000100000,
  EventStoreReplicas1790100000000,
  ParkedAttempts1790200000000,
  Snapshots1790300000000,
];
