import type { Location } from '../../kernel/source-text.ts';

/** The files that lie in the folder of a use. */
export interface FolderFact {
  /** Definition files (segments, messages, models, rules) in the folder that no part of the card refers to. */
  readonly undeclared: ReadonlyArray<{ readonly file: string; readonly at: Location }>;
}
