import type { Databases } from './databases.js';
import type { Place } from './place.js';

/** What is killed, part by part or whole, and rises again. */
export interface MortalBody {
  start(): Promise<Place>;
  databases(): Databases;
  /** kill -9 of one part; settles once it runs again. */
  strike(part: string): Promise<void>;
  /** Stops one part in the middle of whatever it does, without ending it; what is called on the answer lets it go on. */
  freeze(part: string): Promise<() => Promise<void>>;
  /** kill -9 of everything; settles once it answers again, with where, if that has changed. */
  strikeAll(): Promise<Place | undefined>;
  end(): Promise<void>;
}
