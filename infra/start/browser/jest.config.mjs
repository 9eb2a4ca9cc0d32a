import preset from '../../../jest.preset.mjs';

/** Pages in a real browser: a step of its own, since it needs one on the machine. */
export default { ...preset, displayName: 'infra/start in a browser', testTimeout: 60_000 };
