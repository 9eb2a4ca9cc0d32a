import { hostService } from '@baogong/hosting';
import { oversightService } from './oversight.service.js';

await hostService(oversightService, process.env, ['matrixSigning', 'wordsMaster', 'vaultKeysUrl']);
