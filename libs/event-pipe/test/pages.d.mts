import type { ReadModel } from '../src/rebuilding/rebuild.js';

export const PAGES: string;
export function pagesModel(applied?: () => Promise<void>): ReadModel;
