import type { Scope } from './scope.ts';
import type { SubjectKey } from './subject-key.ts';

/** A no. None of them is ever undone by anything but a later yes that names it. */
export const NOES = ['objected', 'withdrawn', 'refused', 'gpc'] as const;
export type No = (typeof NOES)[number];

/**
 * `claimed` is a yes that another system tells of without the notice that was agreed to: kept, and never a permission.
 * A double opt-in is a yes from `opt-in-confirmed` on; before, it is nothing.
 */
export const CHOICE_KINDS = [
  'given',
  ...NOES,
  'paused',
  'theme-spared',
  'theme-welcome',
  'opt-in-requested',
  'opt-in-confirmed',
  'lapsed',
  'claimed',
] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

/** The notice that a person saw, by its hash, so that what they agreed to can be shown. */
export interface SeenNotice {
  readonly version: string;
  readonly language: string;
  readonly hash: string;
}

/** How a choice came to be: what ISO/IEC TS 27560 asks a record to tell. */
export interface ChoiceProof {
  readonly notice: SeenNotice | null;
  /** Of the page or dialogue as it was shown. */
  readonly uiHash: string | null;
  readonly language: string | null;
  /** As `preference-page`, `one-click`, `phone`, `import`. */
  readonly method: string;
  /** Who acted: the person, or somebody for them. */
  readonly actor: 'person' | 'advocate' | 'agent' | 'system';
  /** As `eu-de`; `null` where it is not known. */
  readonly jurisdiction: string | null;
  readonly sourceSystem: string;
}

/** One choice of one person: appended, never changed. */
export interface ChoiceEvent {
  /** Of the system that recorded it. The same id from the same person is the same event. */
  readonly id: string;
  readonly subject: SubjectKey;
  readonly kind: ChoiceKind;
  readonly scope: Scope;
  /** Blinded: see `blindedTheme`. For `theme-spared` and `theme-welcome`. */
  readonly theme: string | null;
  /** When the person chose, in ISO 8601 with milliseconds. */
  readonly at: string;
  /** Until when a yes holds; `null` without an end. */
  readonly validUntil: string | null;
  /** Until when a pause lasts. One that ends at once ends the pause before it. */
  readonly pausedUntil: string | null;
  /** The id of the request that a confirmation answers. */
  readonly confirms: string | null;
  readonly proof: ChoiceProof;
}
