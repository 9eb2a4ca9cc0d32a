import type { Part } from './part.js';

export const casesPart: Part = {};
