import { type ContentHash, canonicalText, contentHash } from '../../../kernel/canonical.ts';

/** Who is in charge of the data, or gets it: the party of ISO/IEC TS 27560. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** A mail address or a page. */
  readonly contact: string;
  readonly type: 'controller' | 'joint-controller' | 'processor' | 'third-party';
}

/** What a notice tells beside its text: what ISO/IEC TS 27560 (as profiled by DPV) asks a record of consent to hold. */
export interface NoticeTerms {
  readonly controllers: readonly Party[];
  readonly recipients: readonly Party[];
  /** Kinds of personal data, as the data categories of the taxonomy. */
  readonly personalData: ReadonlyArray<{ readonly category: string; readonly isOptional: boolean }>;
  /** As countries or regions. */
  readonly storageLocations: readonly string[];
  /** As ISO 8601 writes durations. */
  readonly retention: string;
  readonly jurisdiction: string;
  /** Where a person takes consent back, as a page. */
  readonly withdrawal: string;
}

/** What people are told when they choose, in one language. */
export interface Notice {
  /** The same in every language that it was published in. */
  readonly version: string;
  readonly language: string;
  readonly text: string;
  readonly from: string;
  readonly terms: NoticeTerms;
}

/** By which choices refer to a notice: of all that it says, so that not a word can change unseen. */
export const noticeHash = (notice: Notice): ContentHash =>
  contentHash({ ...notice, text: canonicalText(notice.text) });
