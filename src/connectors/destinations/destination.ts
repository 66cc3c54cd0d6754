/** What somebody is reached or known by, in the normal form of the ledger; `null` where the list does not say. */
export interface ReachedBy {
  readonly email: string | null;
  /** As E.164 writes it: `+4930901820`. */
  readonly phone: string | null;
  /** The organisation's own id. */
  readonly customer: string | null;
}

/** A file as the system's own import takes it. */
export interface ImportFile {
  readonly header: readonly string[];
  /** The cells of one person; `null` where the system could not tell who is meant. */
  row(person: ReachedBy): readonly string[] | null;
}

/**
 * A system that people's addresses are uploaded to. What its import does to people who are in the file for removing
 * decides who may be in it: out of one audience everybody goes who may not be reached now, but a list that stops every
 * message of the account holds only people who said no themselves.
 */
export interface Destination {
  readonly id: string;
  readonly adding: ImportFile;
  readonly removing: ImportFile;
  readonly removes: 'whoever-is-held' | 'whoever-said-no';
}

/** Cells in the order of the header, empty where nothing is known; `null` where nothing of somebody is. */
export const cellsOf = (cells: readonly (string | null)[]): readonly string[] | null =>
  cells.every((cell) => cell === null) ? null : cells.map((cell) => cell ?? '');
