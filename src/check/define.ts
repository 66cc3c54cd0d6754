import type { Evidence } from '../kernel/evidence.ts';
import type { Gravity } from '../kernel/gravity.ts';
import type { NormId } from '../kernel/norms/index.ts';
import type { RiskPattern, Step, UseKind } from '../kernel/vocabulary.ts';
import type { UseCard } from './facts/card.ts';
import type { FactName, Facts } from './facts/index.ts';

/** What a finding tells people, with `{holes}` that each report fills. Gravity here overrides that of the check. */
export interface Advice {
  readonly gravity?: Gravity;
  readonly what: string;
  readonly why: string;
  readonly instead: string;
}

type HolesIn<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesIn<Rest>
  : never;
type HolesOf<A extends Advice> = HolesIn<A['what']> | HolesIn<A['why']> | HolesIn<A['instead']>;

/** One thing that a check saw: which advice applies, what fills its holes, and the evidence it rests on. */
export type Report<A extends Record<string, Advice>> = {
  [Id in keyof A]: {
    readonly advice: Id;
    readonly evidence: readonly [Evidence, ...Evidence[]];
  } & ([HolesOf<A[Id]>] extends [never]
    ? { readonly with?: undefined }
    : { readonly with: { readonly [Hole in HolesOf<A[Id]>]: string | number } });
}[keyof A];

export interface CheckContext<F extends FactName, A extends Record<string, Advice>, O> {
  readonly kind: UseKind;
  readonly facts: Pick<Facts, F>;
  readonly options: O;
  readonly now: Date;
  report(finding: Report<A>): void;
  /**
   * Says that a part could not be assessed, as `messages[1]: language "nl"`; silence must never look like a pass.
   * What is `required` (the default where the check is required for the kind) keeps the verdict from being `allow`.
   */
  cannotTell(missing: string, options?: { readonly required?: boolean }): void;
}

/** A check: data about itself, and one pure function that reads facts and reports what it sees. */
export interface CheckDeclaration<F extends FactName, A extends Record<string, Advice>, O> {
  /** Id of controls.md; also the name of its folder. Never renamed. */
  readonly id: string;
  readonly step: Step;
  readonly risk: RiskPattern | null;
  /** One sentence in the positive, at most 90 characters: what must hold. */
  readonly title: string;
  readonly appliesTo: 'all' | readonly UseKind[];
  /** The kinds for which "not assessed" keeps the verdict from `allow`; default: all that it applies to. */
  readonly requiredFor?: 'all' | 'none' | readonly UseKind[];
  /** Facts that must be known before the check can run. */
  readonly needs: readonly F[];
  /** Top-level keys of the use card that the check reads, for the card's documentation. */
  readonly reads: ReadonlyArray<keyof UseCard>;
  /** True for a check that can judge the text of a message alone, when no card is at hand. */
  readonly withoutCard?: boolean;
  readonly gravity: Gravity;
  /** Who has the last word: the rule alone, or a person whom the rule calls. */
  readonly decidedBy: 'rule' | 'person';
  /** A check in `trial` never gives more than `advise`. */
  readonly stage: 'trial' | 'steady' | 'retired';
  readonly norms: readonly NormId[];
  readonly options: O;
  readonly advice: A;
  run(context: CheckContext<F, A, O>): void;
}

/** A check whose own types are forgotten, so that checks of all kinds stand in one list. */
export interface Check extends Omit<CheckDeclaration<FactName, Record<string, Advice>, unknown>, 'run'> {
  run(context: AnyCheckContext): void;
}

export interface AnyCheckContext {
  readonly kind: UseKind;
  readonly facts: Facts;
  readonly options: unknown;
  readonly now: Date;
  report(finding: {
    readonly advice: string;
    readonly with?: Readonly<Record<string, string | number>>;
    readonly evidence: readonly [Evidence, ...Evidence[]];
  }): void;
  cannotTell(missing: string, options?: { readonly required?: boolean }): void;
}

/**
 * Declares a check. The compiler refuses an unknown advice id, an unfilled hole, a finding without evidence, and the use
 * of a fact that `needs` does not name.
 */
export function defineCheck<
  const F extends FactName,
  const A extends Record<string, Advice>,
  const O extends Readonly<Record<string, unknown>> = Record<never, never>,
>(
  declaration: Omit<CheckDeclaration<F, A, O>, 'options' | 'stage'> & {
    readonly options?: O;
    readonly stage?: CheckDeclaration<F, A, O>['stage'];
  },
): Check {
  return { stage: 'steady', options: {}, ...declaration } as unknown as Check;
}

export const appliesTo = (check: Check, kind: UseKind): boolean =>
  check.appliesTo === 'all' || check.appliesTo.includes(kind);

export function isRequiredFor(check: Check, kind: UseKind): boolean {
  const required = check.requiredFor ?? check.appliesTo;
  return required !== 'none' && (required === 'all' || required.includes(kind)) && appliesTo(check, kind);
}
