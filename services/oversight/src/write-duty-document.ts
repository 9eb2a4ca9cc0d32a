import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { matrixV1 } from './application/matrix-v1.js';
import { dutyDocument } from './duty-document.js';

writeFileSync(resolve(import.meta.dirname, '../../../docs/domain/duties.md'), dutyDocument(matrixV1));
