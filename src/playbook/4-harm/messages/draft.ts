import type { BlockRole } from '../../../check/facts/message.ts';
import type { MappedText, Range } from './mapped-text.ts';

/** A part of a source that a format reader reads: its own text, and the way back to the file. */
export interface Region {
  readonly text: string;
  toSource(start: number, end: number): Range;
}

/** Where a block stands in the order of reading, before roles that need the whole are known. */
export interface DraftBlock {
  role: BlockRole;
  readonly text: MappedText;
  readonly region: Region;
}

export interface DraftControl {
  type: 'button' | 'link' | 'checkbox' | 'radio';
  text: string;
  readonly checked: boolean;
  readonly fontSizePx: number | null;
  looksLikeButton: boolean;
  range: Range;
  readonly region: Region;
}

export interface DraftLink {
  readonly href: string;
  readonly text: string;
  readonly range: Range;
  readonly region: Region;
}

export interface DraftMistake {
  readonly message: string;
  readonly hint: string;
  /** Range in the file. */
  readonly range: Range;
}

/** What the readers of all formats fill in; ranges are offsets of their region. */
export interface Draft {
  readonly blocks: DraftBlock[];
  readonly controls: DraftControl[];
  readonly links: DraftLink[];
  readonly mergeTags: Array<{ readonly source: string; readonly path: string | null; readonly range: Range }>;
  readonly images: Array<{ readonly source: string; readonly range: Range; readonly region: Region }>;
  readonly struckOut: Array<{ readonly text: string; readonly range: Range; readonly region: Region }>;
  readonly unreadImages: Array<{ readonly range: Range; readonly region: Region }>;
  readonly unreadParts: Set<'script' | 'frame'>;
  readonly mistakes: DraftMistake[];
  /** What the message itself declares. */
  declaredLanguage: string | null;
  from: string | null;
}

export const emptyDraft = (): Draft => ({
  blocks: [],
  controls: [],
  links: [],
  mergeTags: [],
  images: [],
  struckOut: [],
  unreadImages: [],
  unreadParts: new Set(),
  mistakes: [],
  declaredLanguage: null,
  from: null,
});

/** Adds what a part of a message holds to the whole. */
export function addDraft(whole: Draft, part: Draft): void {
  for (const block of part.blocks) whole.blocks.push(block);
  for (const control of part.controls) whole.controls.push(control);
  for (const link of part.links) whole.links.push(link);
  for (const tag of part.mergeTags) whole.mergeTags.push(tag);
  for (const image of part.images) whole.images.push(image);
  for (const struck of part.struckOut) whole.struckOut.push(struck);
  for (const image of part.unreadImages) whole.unreadImages.push(image);
  for (const unread of part.unreadParts) whole.unreadParts.add(unread);
  for (const mistake of part.mistakes) whole.mistakes.push(mistake);
  whole.declaredLanguage ??= part.declaredLanguage;
  whole.from ??= part.from;
}

/** Something that the rest of a message need not be read for: it nests too deep. */
export class NestsTooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super('nests too deep');
    this.offset = offset;
  }
}

export const MAXIMUM_DEPTH = 500;
