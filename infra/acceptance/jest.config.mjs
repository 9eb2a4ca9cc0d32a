import preset from '../../jest.preset.mjs';

/** One instance for all files; BAOGONG_ACCEPTANCE=kafka runs the same tests over four processes and a broker. */
export default {
  ...preset,
  displayName: 'infra/acceptance',
  globalSetup: '<rootDir>/test/support/start-instance.mjs',
  globalTeardown: '<rootDir>/test/support/stop-instance.mjs',
  testTimeout: 60_000,
};
