import type { Fault } from './fault.js';
import { KILLS } from './kills.js';

export const FAULTS: readonly Fault[] = [...KILLS];
