import type { Part } from './part.js';

export const policyPart: Part = {};
