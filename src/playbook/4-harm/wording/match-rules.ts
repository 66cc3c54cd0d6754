import type { BlockRole } from '../../../check/facts/message.ts';
import type { NormalText } from './normalise.ts';
import type { WordingRule } from './rule.ts';
import { WORDING_RULES } from './rules/index.ts';
import { SplitPattern } from './split-pattern.ts';
import { wordsOf } from './text-words.ts';

/** A rule that fired, and where in the normalised text. */
export interface RuleMatch {
  readonly rule: WordingRule;
  readonly start: number;
  readonly end: number;
}

const NEARBY = 60;
const BY_TRIGGER = new Map<string, WordingRule[]>();
for (const rule of WORDING_RULES)
  for (const trigger of rule.triggers) BY_TRIGGER.set(trigger, [...(BY_TRIGGER.get(trigger) ?? []), rule]);

const SPLIT = new Map<WordingRule, SplitPattern>();
function splitOf(rule: WordingRule): SplitPattern {
  const split = SPLIT.get(rule) ?? new SplitPattern(rule.pattern);
  SPLIT.set(rule, split);
  return split;
}

/**
 * The rules of `language` that fire on a text, without a match that lies inside another of the same technique and kind.
 * Decline text and buttons are told by `role`; without it the text counts as a line of which the place is unknown.
 */
export function matchRules(
  normal: NormalText,
  language: string,
  role: BlockRole | null,
): readonly RuleMatch[] {
  const { text } = normal;
  let candidates: Set<WordingRule> | null = null;
  const { tokens, letters } = wordsOf(text);
  for (const word of tokens) {
    const rules = BY_TRIGGER.get(word);
    if (rules !== undefined) {
      candidates ??= new Set();
      for (const rule of rules) candidates.add(rule);
    }
  }
  if (candidates === null) return [];
  const matches: RuleMatch[] = [];
  for (const rule of candidates) {
    if (rule.language !== language) continue;
    if (rule.roles !== undefined && (role === null || !rule.roles.includes(role))) continue;
    splitOf(rule).forEachMatch(text, letters, (start, end) => {
      const found = trimmed(text, start, end);
      if (found.start < found.end && !isOrdinary(rule, text, found)) matches.push({ rule, ...found });
    });
  }
  return withoutNested(matches);
}

/** What a warning tells of others' words: "they say that your money is in danger". */
const REPORTED =
  /(?<!\b(?:if|when|whenever|once|after) )\b(?:they|scammers?|fraudsters?|criminals?|thieves|callers?|e-?mails?|texts?|messages?|sellers?) (?:[a-z]{1,12} ){0,3}(?:say|says|tell|tells|told|claim|claims|claiming|pretend|pretends|saying|warn|ask|asks|press|presses|urge|urges|rush)\b/;

function isOrdinary(
  rule: WordingRule,
  text: string,
  { start, end }: { start: number; end: number },
): boolean {
  if (rule.unless?.test(text.slice(Math.max(0, start - NEARBY), end + NEARBY))) return true;
  return rule.kind === 'pressure' && REPORTED.test(text.slice(Math.max(0, start - 2 * NEARBY), start));
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && /[\s,;:.|>-]/.test(text[start]!)) start++;
  while (start < end && /[\s,;:|>-]/.test(text[end - 1]!)) end--;
  return { start, end };
}

function withoutNested(matches: readonly RuleMatch[]): readonly RuleMatch[] {
  if (matches.length < 2) return matches;
  const sorted = matches.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(
    (match, index) =>
      !sorted.some(
        (other, at) =>
          at !== index &&
          other.rule.technique === match.rule.technique &&
          other.rule.kind === match.rule.kind &&
          other.start <= match.start &&
          other.end >= match.end &&
          (other.end - other.start > match.end - match.start || at < index),
      ),
  );
}
