/** One row of a table as it stands in the file: `line` is what an editor or Excel shows beside it, from 1. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
}

/** The file as a whole cannot be read; the message says what to do. */
export class UnreadableFile extends Error {}
