import preset from '../../jest.preset.mjs';

const mode = process.env.BAOGONG_ACCEPTANCE ?? 'embedded';

/**
 * One instance for all files; BAOGONG_ACCEPTANCE=kafka runs the same tests over four processes and a broker, compose
 * over containers that run already (npm run test:compose). One process has no replicas.
 */
export default {
  ...preset,
  testSequencer: '<rootDir>/test/support/order-of-files.mjs',
  displayName: 'infra/acceptance',
  setupFilesAfterEnv: ['<rootDir>/test/support/answers-fit.ts'],
  globalSetup: '<rootDir>/test/support/start-instance.mjs',
  globalTeardown: '<rootDir>/test/support/stop-instance.mjs',
  testPathIgnorePatterns: [
    '/dist/',
    '/node_modules/',
    ...(mode === 'embedded' ? ['replicas.spec'] : []),
    // The topics of the broker that the run has started itself.
    ...(mode === 'kafka' ? [] : ['topics.spec']),
  ],
  testTimeout: 60_000,
};
