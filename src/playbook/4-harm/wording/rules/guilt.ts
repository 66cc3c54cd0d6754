import { defineRules, words } from '../rule.ts';

/** Wording that makes the reader feel they owe it or have done wrong. */
export const guilt = defineRules('guilt', [
  {
    id: 'guilt-begging',
    kind: 'pressure',
    triggers: [
      'begging',
      'beg',
      'heartbroken',
      'hearts',
      'heart',
      'sad',
      'cry',
      'crying',
      'disappointed',
      'hurt',
      'pleading',
    ],
    pattern: words(
      "\\b(?:we(?:'re| are)|i(?:'m| am)) (?:literally |really |so |very |deeply )*(?:begging|pleading|heartbroken|hurt|disappointed(?: in you)?|crying)\\b|\\b(?:we|i) beg (?:of )?you\\b|\\b(?:breaks?|breaking|broke) (?:our|my) hearts?\\b|\\b(?:you(?:'re| are)|don't) mak(?:e|ing) (?:us|me) (?:cry|sad)\\b",
    ),
    instead: 'Ask once, plainly, and say what the answer does.',
    says: ["We're begging you", 'You broke our hearts', 'We are so disappointed'],
    butNot: ['a heart-breaking novel', 'We begin today'],
  },
  {
    id: 'guilt-owed',
    kind: 'pressure',
    triggers: [
      'after',
      'abandoned',
      'forgotten',
      'wrong',
      'said',
      'could',
      'owe',
      'go',
      'leave',
      'down',
      'need',
      'breaking',
      'giving',
      'give',
    ],
    pattern: words(
      "\\bafter (?:all|everything) (?:we|i)(?:'ve| have) (?:done|given|been)\\b|\\byou(?:'ve| have) (?:abandoned|let (?:us|me|them) down|forgotten (?:about )?us|given up on)\\b|\\b(?:did we do|have we done) something wrong\\b|\\bwas it something we (?:said|did)\\b|\\bhow could you\\b(?= ?(?:!|\\?|leave|do|ignore|forget))|\\byou owe (?:it to )?(?:us|yourself|your (?:family|children|kids|wife|husband))\\b|\\bplease (?:don't|do not) (?:go|leave)(?: us)?\\b(?= ?(?:!|$|\\.|,))|\\bare you (?:breaking up|giving up) (?:with|on) us\\b|\\bdon't give up on us\\b|^we need you\\b|\\bwe need you to\\b",
    ),
    unless:
      /we need you to (?:confirm|check|verify|provide|update|send|sign|tell|review|approve|complete|let us)/,
    instead: 'Ask plainly, and make leaving as easy as staying.',
    says: [
      'After everything we have done for you',
      'Was it something we said?',
      'WE NEED YOU TO BE AT GNOMEDEX!',
      'You owe it to your family',
    ],
    butNot: ['We need you to confirm your address', 'How could you use this at work', 'Sorry to see you go'],
  },
  {
    id: 'guilt-victim',
    kind: 'pressure',
    triggers: [
      'without',
      'die',
      'hungry',
      'suffer',
      'suffering',
      'starve',
      'turn',
      'ignore',
      'let',
      'donate',
      'starving',
    ],
    pattern: words(
      "\\b(?:without (?:you|your (?:help|gift|donation|support|money)),? [^.!?]{0,40}(?:will|won't|may|could|might) (?:[a-z]{1,12} )?(?:die|starve|suffer|go hungry|not survive|survive|never|lose|have nothing))\\b|\\b(?:don't|do not|will you|would you|can you) let (?:her|him|them|this child|these children|another child|the (?:children|animals))(?: \\w{1,12}){0,3} (?:die|suffer|starve|down|go hungry)\\b|\\bif you (?:don't|do not) (?:give|donate|help|act),? [^.!?]{0,40}(?:will|may|could) (?:die|starve|suffer|lose|go)\\b|\\b(?:turn(?:ing)? your back on|look(?:ing)? away from|ignor(?:e|ing)) (?:her|him|them|these (?:children|animals)|their suffering|those who)\\b|\\bhow can you (?:ignore|look away|say no|sleep)\\b",
    ),
    instead: 'Say what a gift does and what it costs, and leave the choice free of blame.',
    says: [
      "Don't let her die.",
      'Without your gift, children will go hungry',
      'Will you turn your back on them?',
      'If you do not give, she will starve',
    ],
    butNot: ['Die cast model', 'Donate now', 'Without your help this would not have been possible'],
  },
]);
