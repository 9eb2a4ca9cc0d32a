import { BUGS_OF_THE_DOMAIN } from './bugs-of-the-domain.js';
import { BUGS_OF_THE_ENGINE } from './bugs-of-the-engine.js';
import type { PlantedBug } from './planted-bug.js';

export const BUGS: readonly PlantedBug[] = [...BUGS_OF_THE_ENGINE, ...BUGS_OF_THE_DOMAIN];
