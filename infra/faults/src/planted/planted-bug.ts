import type { Edit } from './edits.js';
import type { Replacement } from './replaced-function.js';

export interface PlantedBug {
  id: string;
  what: string;
  /** The fault that brings it to light; undefined where an ordinary day does. */
  under: string | undefined;
  /** How many days it may take, where it depends on the moment; 1 unless told. */
  runs?: number;
  /** In place from the start of the services. */
  edits: readonly Edit[];
  /** In place once the community is founded. */
  replacements?: readonly Replacement[];
}
