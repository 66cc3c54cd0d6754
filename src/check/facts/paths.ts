/**
 * The three legitimate paths of controls.md, tested with evidence before a vulnerability, life-event, sensitive or fear
 * rule blocks. A path that is open turns block into review or allow, and is counted.
 */
export interface PathsFact {
  /** The person gave this datum for this purpose. */
  readonly askedFor: PathState;
  /** A legal or contractual duty to send. */
  readonly owed: PathState;
  /** Support or protection, with nothing sold. */
  readonly protective: PathState;
}

export interface PathState {
  readonly open: boolean;
  /** What opened it, or what it lacks, in one sentence. */
  readonly because: string;
}
