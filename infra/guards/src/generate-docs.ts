import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventCatalogue } from './event-catalogue.js';

writeFileSync(resolve(import.meta.dirname, '../../../docs/domain/events.md'), eventCatalogue());
