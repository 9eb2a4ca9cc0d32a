import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'infra/start',
  testPathIgnorePatterns: [...preset.testPathIgnorePatterns, '<rootDir>/browser/'],
};
