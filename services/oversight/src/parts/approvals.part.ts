import type { Part } from './part.js';

export const approvalsPart: Part = {};
