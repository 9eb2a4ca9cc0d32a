export interface ActionEntry {
  /** What one does, as a verb phrase that a resident understands: the refusal and the pages say it. */
  zh: string;
  en: string;
  /** The matrix speaks of it already, but no command does it yet. */
  awaited?: true;
}

export type ActionWords = Readonly<Record<string, ActionEntry>>;
