import { defineRules, words } from '../rule.ts';

const NEUTRAL = 'Write the refusal in neutral words, as "No thanks".';
const GOOD =
  '(?:sav(?:e|ing|ings)|money|discounts?|deals?|offers?|free|gifts?|\\d+ ?%|bargains?|coupons?|promotions?|best|better|win(?:ning)?|great|cool|amazing|exclusive|look(?:ing)?|protect(?:ion|ed|ing)?|feel(?:ing)?|healthy|safe|grow|improve|learn|rewards?|perks|vip|smart|beautiful|success(?:ful)?|happy|hear about)';

/** Wording that makes the reader look or feel small: refusals put in their mouth, bodies, age, money, cleverness. */
export const shame = defineRules('shame', [
  {
    id: 'shame-decline',
    kind: 'pressure',
    triggers: ['no', 'nah', 'nope'],
    pattern: words(
      `\\b(?:no|nah|nope)\\b[,.! -]{0,3}(?:thanks?|thank you|thx|way)?[,.! -]{0,3}(?:but )?i(?:'d| would|'ll| will)? ?(?:(?:do not|don't|dont|do n't|am not|'m not|have no need|hate|despise|dislike)\\b[^.!?]{0,40}?\\b${GOOD}|(?:really )?(?:rather|prefer|enjoy|love|like|want|happy)\\b[^.!?]{0,24}?\\b(?:pay(?:ing)?(?: more| full| for)|full[- ]price|not (?:to )?(?:save|hear)|miss(?:ing)?|0%|the hard way|kick rocks|wast(?:e|ing)|overpay|stay|ugly|boring|struggle|be (?:left|bored|poor|broke)|higher|guess(?:ing)?)|(?:let|skip|miss|pay|take my chances|be the last|save money another|stay|risk|pass on|keep (?:paying|struggling|wasting|overpaying)|just walk|live with|suffer|remain|continue)\\b|(?:hate|despise|have (?:enough|too many)|already (?:know|have) (?:everything|enough)))`,
    ),
    unless:
      /don't (?:want|need) (?:to )?(?:receive |get |any )?(?:e-?mails|updates|newsletters?|messages|sms|texts)(?! about)/,
    instead: NEUTRAL,
    says: [
      'No thanks, I like paying full price',
      "NO THANKS, I DON'T WANT 20% OFF MY ORDER",
      'No thanks, I hate saving money',
      "No, I'd rather do it the hard way...",
      "No thanks, I'll be the last to know.",
      "No thanks, I don't mind missing out on free stuff",
    ],
    butNot: [
      'No thanks',
      'No, thank you',
      "No thanks, I don't want emails",
      'No thanks, I already have an account',
      'No, I do not live there',
    ],
  },
  {
    id: 'shame-refusal-statement',
    kind: 'pressure',
    triggers: ['i', "i'd", "i'll"],
    pattern: words(
      `^\\[?i(?:'d| would|'ll| will)? ?(?:(?:(?:do not|don't|dont) (?:want|like|need|care|mind|enjoy)|hate|despise)(?: to| about)? (?:[a-z]{1,12} ){0,2}${GOOD}|(?:rather|prefer to|want to|shop|like to|love to|enjoy|choose to)? ?(?:shop without|pay(?:ing)? (?:more|full)|miss out|overpay(?:ing)?|stay (?:single|poor|broke|unhealthy|unprotected)|keep overpaying)|(?:shop|order|continue|live|go) without (?:a |the |my )?(?:discount|savings?|protection|gift))`,
    ),
    unless:
      /don't (?:want|need) (?:to )?(?:receive |get |any )?(?:e-?mails|updates|newsletters?|messages)|daily|because|but /,
    instead: NEUTRAL,
    says: ["I don't like discounts", "I'll Shop Without A Discount", 'I WANT TO PAY MORE LATER ;)'],
    butNot: [
      'I like it',
      "I don't feel good",
      'I do not want emails',
      "I don't think the best deal is there because it is late",
    ],
  },
  {
    id: 'shame-decline-button',
    kind: 'pressure',
    triggers: ['i', "i'm", "i'll", "i'd", 'my'],
    roles: ['decline'],
    pattern: words(
      "\\bi(?:'m| am) (?:fine|ok|okay|happy|good) (?:with )?(?:paying|missing|being|losing|staying|wasting|without)\\b|\\bi (?:don't|do not) (?:care|mind|deserve|believe in|value)\\b|\\bi(?:'ll| will) (?:risk|take (?:my|the) (?:chances|risk)|figure it out|stay|keep|pay|miss)\\b|\\bi (?:like|love|enjoy|prefer) (?:paying|missing|being|wasting|losing|to (?:pay|miss|lose))\\b|\\bi(?:'m| am) not (?:ready|serious|interested in (?:saving|growing|my|better|free|being))\\b|\\bmy (?:business|family|health|skin|dog|cat|child(?:ren)?)\\b[^.!?]{0,30}\\b(?:can wait|doesn't matter|isn't important|is not important|don't matter)\\b",
    ),
    instead: NEUTRAL,
    says: ["I don't care about my health", "I'll take my chances", 'I am fine with paying more'],
    butNot: ["I'm not interested", 'Maybe later', 'Keep my settings'],
  },
  {
    id: 'shame-person',
    kind: 'pressure',
    triggers: [
      'fat',
      'ugly',
      'lonely',
      'embarrassed',
      'ashamed',
      'stupid',
      'overweight',
      'embarrassing',
      'idiot',
      'fool',
      'fools',
      'lazy',
      'single',
      'broke',
      'size',
      'wrinkles',
      'cellulite',
      'loser',
      'losers',
      'dumb',
      'old',
      'unattractive',
      'flabby',
      'belly',
      'performance',
      'bald',
      'balding',
      'sick',
      'disgusting',
      'smell',
      'inadequate',
    ],
    pattern: words(
      "\\b(?:are you|feel(?:ing)?|stop being|tired of being|sick of being|you're|you are|do you look|looking) (?:too |so |still |really )*(?:fat|ugly|lonely|embarrassed|ashamed|stupid|overweight|lazy|broke|unattractive|flabby|bald(?:ing)?|inadequate|disgusting|a loser|dumb)\\b|\\bstill (?:single|fat|overweight|broke|paying (?:full price|too much)|lonely)\\b ?\\?|\\bdon't be (?:stupid|an idiot|a fool|lazy|dumb|a loser|fooled)\\b|\\bonly (?:a |an )?(?:fool|idiot|loser)s?\\b|\\bsize (?:really |does )?matters?\\b|\\bembarrass(?:ed|ing) (?:by|about|of|yourself|belly|body|fat|wrinkles|skin|smile|teeth)\\b|\\bashamed of (?:your|how you)\\b|\\b(?:get rid of|hate|hide|disgusted by) (?:your|that|those) (?:ugly |disgusting |flabby |unsightly )?(?:wrinkles|cellulite|belly|fat|flab|double chin)\\b|\\blook (?:so |too )?old\\b|\\bdo you smell\\b",
    ),
    unless:
      /never (?:be |feel )?(?:ashamed|embarrassed)|no one should|nothing to be (?:ashamed|embarrassed)|you are not/,
    instead: 'Speak of what the product does, not of what is wrong with the reader.',
    says: [
      'Are you too fat?',
      'Still single?',
      "Don't be stupid",
      'Embarrassed by your smile?',
      'The truth is that size matters',
    ],
    butNot: ['Full fat milk', 'A single room', 'Nothing to be ashamed of', 'Old town tour'],
  },
]);
