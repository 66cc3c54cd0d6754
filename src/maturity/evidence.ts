/** What was counted or attested for one requirement. */
export interface Evidence {
  /** The id of the requirement. */
  readonly id: string;
  /** A count, a share in [0, 1], or days; `null` where there is nothing that it could be counted over. */
  readonly value: number | null;
  /** Over how many it was counted, where it is a share. */
  readonly of: number | null;
  /** When what it speaks of was last so: of a state the moment of counting, of an event the last one; `null` for never. */
  readonly at: Date | null;
  /** What was asked, word for word, so that somebody else can ask it again. */
  readonly query: string;
  /** Of what people outside, or time, must prove: who signs for it, and the file that says so. */
  readonly attested: Attested | null;
}

export interface Attested {
  readonly by: string;
  /** SHA-256 of the file that proves it. */
  readonly file: string;
}
