import acceptance from './jest.config.mjs';

/** The fuzzer alone, with more requests or another seed: npm run fuzz. */
export default {
  ...acceptance,
  displayName: 'fuzz',
  testMatch: ['<rootDir>/test/fuzz.spec.ts'],
  testPathIgnorePatterns: ['/dist/', '/node_modules/'],
};
