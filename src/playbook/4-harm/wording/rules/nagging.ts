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
      "\\b(?:third|3rd|4th|fourth|final|last|yet another) (?:reminder|attempt)\\b|\\bfinal notice\\b|\\bwe(?:'ve| have) (?:tried|been trying|attempted) (?:(?:to|several|many|multiple) (?:times )?)*(?:reach|contact|get hold of|email|call)\\b|\\b(?:just )?bumping this\\b|\\b(?:why are you|you(?:'re| are|'ve been| have been|'ve| have)) (?:been )?ignor(?:ing|ed) (?:us|me|our|my)\\b|\\byou still haven't (?:replied|answered|signed|completed|claimed|used|bought|upgraded)\\b|\\bthis is (?:our|my) (?:last|final|third|second) (?:email|e-mail|message|attempt|try)\\b|\\bwe(?:'ll| will) keep (?:asking|reminding|emailing)\\b",
    ),
    unless:
      /appointment|invoice|payment|arrears|rent|balance|amount|owed?|tax|licen[cs]e|vaccin|overdue|meter|delivery|parcel|security|recall|renewal date/,
    instead: 'Ask once more at most, say it is the last time, and mean it.',
    says: [
      'Final reminder: your discount',
      "We've tried to reach you",
      'You still haven’t claimed your gift',
    ],
    butNot: ['A reminder of your appointment', 'Notice of meeting', 'Payment reminder'],
  },
  {
    id: 'nagging-last-time',
    kind: 'pressure',
    triggers: ['time', 'there', 'reconsider', 'forget', 'missed', 'seen', 'mind', 'answer', 'go'],
    pattern: words(
      "\\b(?:this is the |for the |one )last time (?:we(?:'ll| will)?|i(?:'ll| will)?) (?:ask|e-?mail|contact|offer|write|remind)|\\bone last time\\b(?= ?[,!:.]| ?$)|\\b(?:this is )?(?:the|our) (?:third|fourth|fifth|3rd|4th|5th) time (?:we|i)\\b|\\bwon't you (?:please )?reconsider\\b|\\bwe (?:won't|will not|can't|refuse to) (?:let you go|give up on you|take no for an answer)\\b|\\bhave you changed your mind yet\\b|\\bhave you seen (?:my|our) last (?:\\w{1,10} )?(?:e-?mails?|messages?)\\b",
    ),
    instead: 'Take the silence for an answer.',
    says: [
      'This is the last time we will ask',
      "Won't you reconsider?",
      "We won't take no for an answer",
      'Have you seen our last three emails?',
    ],
    butNot: ['The last time I was there', 'Have you seen the film?'],
  },
]);
