import { defineRules, words } from '../rule.ts';

/** Wording that makes the answer hard to find: boxes that mean the opposite, double negatives. */
export const confusion = defineRules('confusion', [
  {
    id: 'confusion-inverted-box',
    kind: 'pressure',
    triggers: ['box', 'uncheck', 'untick', 'unticked', 'unchecked', 'deselect', 'tick', 'check', 'checked'],
    pattern: words(
      "\\b(?:uncheck|untick|deselect|unselect)(?: [a-z]{1,12}){0,4} (?:if|unless|to (?:stop|opt|avoid|not))\\b|\\b(?:tick|check|select|mark)(?: [a-z]{1,10}){0,3} box(?:es)? (?:below )?if you (?:do not|don't|would (?:rather|prefer) not|prefer not)\\b|\\bif you (?:do not|don't|would (?:rather|prefer) not|prefer not)\\b[^.!?]{0,80}\\b(?:tick|check|uncheck|untick|unchecked|not checked)\\b|\\b(?:do not|don't) (?:tick|check|uncheck|untick)(?: [a-z]{1,12}){0,5} (?:if|unless)\\b|\\b(?:ensure|make sure|be sure)(?: that)? the box is (?:not checked|unchecked|unticked)\\b",
    ),
    instead: 'Ask one positive question with an empty box: ticked means yes.',
    says: [
      'Uncheck the box if you prefer not to receive email updates.',
      "If you DON'T want to receive these emails, please tick this box.",
      'Do not tick the box unless you want to opt out',
    ],
    butNot: [
      'Check out our box sets',
      'Tick the box if you would like to hear from us',
      'Check the box to continue',
    ],
  },
  {
    id: 'confusion-double-negative',
    kind: 'pressure',
    triggers: ['not', "don't", 'unless'],
    pattern: words(
      "\\b(?:do not|don't|never) (?:not |stop |opt out|unsubscribe|cancel|decline|refuse)[^.!?]{0,60}\\b(?:unless|if you do not|if you don't|without)\\b|\\bi (?:do not|don't) want (?:to )?(?:not|opt out|stop|miss|unsubscribe)\\b|\\bnot (?:to )?(?:unsubscribe|opt out|decline)\\b[^.!?]{0,30}\\bunless\\b",
    ),
    unless: /automatically/,
    instead: 'Write one plain question with yes and no.',
    says: ["Don't opt out unless you no longer wish not to hear from us", 'I do not want to opt out'],
    butNot: ['Do not reply to this message unless you have a question', 'I do not want to receive emails'],
  },
]);
