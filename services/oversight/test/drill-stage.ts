import { migrationsOf } from '@baogong/commanding';
import { migrate } from '@baogong/event-store';
import pg from 'pg';
import { oversightServiceFor } from '../src/index.js';
import { INSTALLATION, Stage } from './stage.js';

const CLOCK_READ_MS = 450;

/** A stage whose clock can be moved, as only a drill's can. */
export class DrillStage extends Stage {
  private offsetMs = 0;

  protected override async prepare(): Promise<void> {
    const { ownerUrl, appRole } = this.database;
    await migrate({ ownerUrl, appRole, migrations: migrationsOf(oversightServiceFor(INSTALLATION)) });
    await this.asOwner('select es.mark_drill()');
  }

  /** Moves the clock on; the service looks at it five times a second. */
  async pass(minutes: number): Promise<void> {
    this.offsetMs += minutes * 60_000;
    await this.asOwner(`select es.move_clock(${this.offsetMs})`);
    await new Promise((later) => setTimeout(later, CLOCK_READ_MS));
  }

  now(): string {
    return new Date(Date.now() + this.offsetMs).toISOString();
  }

  async asOwner<T extends object>(sql: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
