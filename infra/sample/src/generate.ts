import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { households, organisations, residents, stations, volunteers } from './community.js';
import { toCsv } from './csv.js';

const folder = resolve(import.meta.dirname, '../y-community');
const lists = { households, residents, stations, volunteers, organisations };
for (const [name, rows] of Object.entries(lists)) writeFileSync(resolve(folder, `${name}.csv`), toCsv(rows()));
