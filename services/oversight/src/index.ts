export { matrixV1 } from './application/matrix-v1.js';
export { OversightModule } from './oversight.module.js';
export { installationOf, oversightService, oversightServiceFor } from './oversight.service.js';
export type { Installation } from './application/installation.js';
