export { excelCsv } from './excel-csv.js';
export type { CellOut } from './excel-csv.js';
