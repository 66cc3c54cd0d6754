/** One step forward of the schema. A published step is never edited: its checksum is recorded in every store. */
export interface Migration {
  /** Rises from step to step; the folder is in this order too. */
  readonly number: number;
  readonly name: string;
  /** One statement each: the embedded engine takes one at a time. */
  readonly statements: readonly string[];
}
