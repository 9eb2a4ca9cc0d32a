import type { Part } from './part.js';

export const obligationsPart: Part = {};
