import type { ContentHash } from '../../kernel/canonical.ts';
import type { Location } from '../../kernel/source-text.ts';
import type { Channel, Technique } from '../../kernel/vocabulary.ts';

export type MessageFormat = 'html' | 'mjml' | 'liquid' | 'markdown' | 'text' | 'json';

/** Which part of a message a text stands in. */
export type BlockRole =
  | 'subject'
  | 'preheader'
  | 'heading'
  | 'body'
  | 'button'
  | 'decline'
  | 'alt'
  | 'label'
  | 'footer';

/** A run of text that a reader sees as one piece, with the way back to its source. */
export interface MessageBlock {
  readonly role: BlockRole;
  /** The text as a reader sees it: entities decoded, white space folded, merge tags as `{{…}}`. */
  readonly text: string;
  /** Language of this block, or `null` where the text is too short or too mixed to tell. */
  readonly language: string | null;
  /** Location in the source of `[start, end)` of `text`. */
  at(start: number, end: number): Location;
}

/** A value put in for each person. */
export interface MergeTag {
  /** As written, as `{{ customer.first_name }}`. */
  readonly source: string;
  /** The path it names, as `customer.first_name`; `null` where it is an expression. */
  readonly path: string | null;
  readonly at: Location;
}

export interface MessageLink {
  readonly href: string;
  readonly text: string;
  readonly at: Location;
}

/** A picture, by the address it is asked for at, template tags as written. */
export interface MessageImage {
  readonly source: string;
  readonly at: Location;
}

/** Something to press or to tick. */
export interface MessageControl {
  readonly type: 'button' | 'link' | 'checkbox' | 'radio';
  readonly text: string;
  readonly checked: boolean;
  /** `accept` and `decline` where the text says so, else `other`. */
  readonly answer: 'accept' | 'decline' | 'other';
  /** Font size in CSS pixels and whether it looks like a button, as far as inline styles tell. */
  readonly fontSizePx: number | null;
  readonly looksLikeButton: boolean;
  readonly at: Location;
}

/** A message as it was read. */
export interface Message {
  readonly file: string;
  readonly format: MessageFormat;
  readonly variant: string | null;
  readonly channel: Channel | null;
  /** Language of the whole, from its text and its own declaration, or `null` where it cannot be told. */
  readonly language: string | null;
  readonly messageHash: ContentHash;
  readonly from: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly blocks: readonly MessageBlock[];
  readonly mergeTags: readonly MergeTag[];
  readonly links: readonly MessageLink[];
  readonly controls: readonly MessageControl[];
  /** Pictures with an address, as far as the format shows them. */
  readonly images?: readonly MessageImage[];
  /** Text with a line through it, as far as elements and inline styles tell; it stands in a block, too. */
  readonly struckOut?: ReadonlyArray<{ readonly text: string; readonly at: Location }>;
  /** Images that carry text nobody can read here: without a useful `alt`, their words are not assessed. */
  readonly unreadImages: readonly Location[];
  /** Kinds of parts that may show words when the message is opened, and are not run here. */
  readonly unreadParts?: ReadonlyArray<'script' | 'frame'>;
  readonly whole: Location;
}

/** A persuasion pattern seen in a block. */
export interface WordingHit {
  readonly technique: Technique;
  /** `claim` is fine if true and must be bound to a fact; `pressure` presses whatever the facts. */
  readonly kind: 'claim' | 'pressure';
  readonly role: BlockRole;
  readonly quote: string;
  readonly at: Location;
  /** A safer wording, in one sentence. */
  readonly instead: string;
  /** A rule that names its words, or the classifier, which alone never gives more than `review`. */
  readonly source: 'rule' | 'classifier';
  /** Calibrated, in [0, 1]. */
  readonly score: number;
}

export interface Wording {
  readonly message: Message;
  /** False when no block is in a language with a measured rule set. */
  readonly assessed: boolean;
  /** Languages met that have no measured rule set; `und` where the language cannot be told. */
  readonly unmeasuredLanguages: readonly string[];
  readonly hits: readonly WordingHit[];
  /** How many more there are than `hits` holds, in a message that is full of them; none where it is not given. */
  readonly further?: number;
}

export interface MessagesFact {
  readonly messages: readonly Message[];
}

export interface WordingFact {
  readonly wordings: readonly Wording[];
}
