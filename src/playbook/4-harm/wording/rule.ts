import type { BlockRole } from '../../../check/facts/message.ts';
import type { Technique } from '../../../kernel/vocabulary.ts';

/** A wording that works on the reader, with the words that betray it and a safer way to say it. */
export interface WordingRule {
  readonly id: string;
  readonly technique: Technique;
  /** `claim` is fine if true and must be bound to a fact; `pressure` presses whatever the facts. */
  readonly kind: 'claim' | 'pressure';
  /** ISO 639-1 code. */
  readonly language: string;
  /** Words of which at least one stands in every match: the pattern is tried only where one does. `:` means a clock. */
  readonly triggers: readonly string[];
  /** Over normalised text: lower case, straight quotes, merge tags as `§`. Linear time: no nested repeats, all bounded. */
  readonly pattern: RegExp;
  /** Words nearby (60 characters either side) that make the match an ordinary one. */
  readonly unless?: RegExp;
  /** The only places in which it counts, where it is ordinary elsewhere. */
  readonly roles?: readonly BlockRole[];
  readonly instead: string;
  readonly says: readonly string[];
  readonly butNot: readonly string[];
}

const SHORTHANDS: ReadonlyArray<readonly [string, string]> = [
  [
    '<number>',
    '(?:\\d[\\d,.]{0,9}(?:k|m|%)?\\+?|§|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|dozens?|hundreds?|thousands?|millions?)',
  ],
  ['<unit>', '(?:d|days?|h|hr|hrs|hours?|m|min|mins|minutes?|s|sec|secs|seconds?|weeks?)'],
  ['<weekday>', '(?:mon|tues?|wednes|thurs?|fri|satur|sun)day'],
  [
    '<month>',
    '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)',
  ],
  ['<clock>', '(?:\\d{1,3} ?: ?\\d{2}(?: ?: ?\\d{2})?)'],
];

/** Compiles a pattern in which `<number>`, `<unit>`, `<weekday>`, `<month>`, `<clock>` and `<date>` stand for their forms. */
export function words(source: string): RegExp {
  let pattern = source.replaceAll(
    '<date>',
    '(?:(?:on |at |by )?(?:midnight|noon|<weekday>|<month>\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? <month>|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?::\\d{2})? ?[ap]\\.?m|§|(?:the )?end of (?:the )?(?:day|week|month|year|<month>))(?:,? (?:19|20)\\d{2})?)',
  );
  for (const [name, form] of SHORTHANDS) pattern = pattern.replaceAll(name, form);
  return new RegExp(pattern, 'g');
}

export const defineRules = (
  technique: Technique,
  rules: ReadonlyArray<Omit<WordingRule, 'technique' | 'language'> & { readonly language?: string }>,
): readonly WordingRule[] => rules.map((rule) => ({ language: 'en', ...rule, technique }));
