import { entry, EXIT } from './entry.js';

/** Of bringing lists in and out through the interface of a running installation. */
export const LISTS = {
  'nobody-running': entry({
    exit: EXIT.unavailable,
    example: { data: '.baogong' },
    says: ({ data }) =>
      `No Baogong runs on ${data}: start it (npm start), or name the address of one that does: --address http://host:3000`,
  }),
  'nobody-answers': entry({
    exit: EXIT.unavailable,
    example: { address: 'http://127.0.0.1:3000', words: 'fetch failed' },
    says: ({ address, words }) =>
      `${address} does not answer (${words}).\nSee that Baogong runs there, then do the same again: what went in already stays and is not brought in twice.`,
  }),
  'no-rights-named': entry({
    exit: EXIT.usage,
    example: {},
    says: () =>
      "Whose rights? Name an actor of this installation with --as NAME, or give that actor's token with --token-file FILE or BAOGONG_TOKEN.",
  }),
  'list-file': entry({
    exit: EXIT.failed,
    example: { file: 'roster.xlsx', words: 'The file is empty.' },
    says: ({ file, words }) => `${file} cannot be brought in.\n${words}`,
  }),
  'list-refused': entry({
    exit: EXIT.failed,
    example: { what: 'households', words: 'Your role may not do this here and now.', appeal: 'residents committee' },
    says: ({ what, words, appeal }) => `${what}: ${words}${appeal === '' ? '' : `\nWhere to object: ${appeal}`}`,
  }),
  'list-exists': entry({
    exit: EXIT.failed,
    example: { file: 'households.csv' },
    says: ({ file }) => `${file} is there already: name a file that is not. An export never overwrites anything.`,
  }),
};
