import { existsSync, readdirSync } from 'node:fs';

/** Acceptance tests run by themselves, once for each way to run the whole. */
const projects = ['libs', 'services', 'infra']
  .flatMap((folder) => readdirSync(folder).map((name) => `<rootDir>/${folder}/${name}`))
  .filter((path) => path !== '<rootDir>/infra/acceptance')
  .filter((path) => existsSync(`${path.replace('<rootDir>/', '')}/jest.config.mjs`));

export default {
  projects,
  maxWorkers: 2,
  watchman: false,
  testSequencer: '<rootDir>/infra/guards/long-files-first.mjs',
};
