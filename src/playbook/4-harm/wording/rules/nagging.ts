import { defineRules, words } from '../rule.ts';

/** Wording that asks again after an answer, or stands in the way of leaving. */
export const nagging = defineRules('nagging', [
  {
    id: 'nagging-are-you-sure',
    kind: 'pressure',
    triggers: ['sure', 'wait', 'leaving', 'leave', 'go', 'before'],
    pattern: words(
      "\\bare you (?:really |absolutely |quite )?sure you (?:want|wish|would like|'d like)? ?(?:to )?(?:leave|cancel|unsubscribe|go|miss|give up|lose|decline|pass|continue without|don't want)\\b|\\bwait ?[!,.] ?(?:don't go|before you (?:go|leave)|are you sure|take|we have|here's)|\\b(?:don't|please don't) (?:go|leave) (?:yet|just yet|empty[- ]handed)\\b|\\bleaving (?:so soon|already)\\b|\\bbefore you (?:check out|go|leave),? (?:can we|let us|how about|why not|don't)",
    ),
    instead: 'Take the answer the first time.',
    says: [
      'Are you sure you want to leave?',
      "Wait! Don't go",
      'Leaving so soon?',
      'Before you check out, can we tempt you?',
    ],
    butNot: ['Make sure you pack', 'Are you sure you want to delete this file?', 'Wait time'],
  },
  {
    id: 'nagging-again',
    kind: 'pressure',
    triggers: [
      'reminder',
      'notice',
      'attempt',
      'tried',
      'trying',
      'still',
      'bumping',
      'ignoring',
      'ignored',
      'again',
      'email',
      "haven't",
      'unanswered',
    ],
    pattern: words(
      "\\b(?:second|third|2nd|3rd|4th|fourth|final|last|another|yet another) (?:reminder|attempt)\\b|\\bfinal notice\\b|\\bwe(?:'ve| have) (?:tried|been trying|attempted) (?:(?:to|several|many|multiple) (?:times )?)*(?:reach|contact|get hold of|email|call)\\b|\\b(?:just )?bumping this\\b|\\b(?:why are you|you(?:'re| are|'ve been| have been|'ve| have)) (?:been )?ignor(?:ing|ed) (?:us|me|our|my)\\b|\\byou still haven't (?:replied|answered|signed|completed|claimed|used|bought|upgraded)\\b|\\bthis is (?:our|my) (?:last|final|third|second) (?:email|e-mail|message|attempt|try)\\b|\\bwe(?:'ll| will) keep (?:asking|reminding|emailing)\\b",
    ),
    unless: /appointment|invoice|payment|overdue|meter|delivery|parcel|security|recall|renewal date/,
    instead: 'Ask once more at most, say it is the last time, and mean it.',
    says: [
      'Final reminder: your discount',
      "We've tried to reach you",
      'You still haven’t claimed your gift',
    ],
    butNot: ['A reminder of your appointment', 'Notice of meeting', 'Payment reminder'],
  },
]);
