import { takeMisfits } from './answers-seen.js';

/** After every test of every file: each good answer that passed through was as the document has it. */
afterEach(() => expect(takeMisfits()).toEqual([]));
