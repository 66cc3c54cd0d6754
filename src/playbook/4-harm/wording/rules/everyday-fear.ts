import { defineRules, words } from '../rule.ts';

const PLAINLY = 'State the risk with its real size and what helps, without the picture of loss.';
const DEAR =
  "(?:child|children|kids?|son|daughter|baby|family|loved ones|parents|mother|father|wife|husband|partner|dog|cat|pet|home|house|flat|roof|attic|basement|savings|money|pension|income|job|career|business|company|reputation|data|identity|photos|memories|files|phone|account|teeth|gums|skin|hair|heart|health|liver|eyes|marriage|future|name|website|privacy|tap water|boiler|brakes|tyres|bank|card|sim|domain|retirement|inheritance)(?:'s [a-z]{2,12})?";
const HARM =
  '(?:trapped|choke|run dry|end up (?:in court|alone|homeless|broke|on the street|in hospital)|be (?:gone|next|wiped out|stolen|taken|burgled|hacked|exposed|lost|cut off|killed|alone|homeless|ruined|the next|left with)|pay (?:for|the price)|die|fail (?:you|them)|burn down|drown|suffer|perish|collapse|crumble|rot|disappear|vanish|never (?:recover|be the same|forgive|know|come back)|not (?:survive|be safe|make it|hold|last the|stop them|forgive)|no longer be safe|lose (?:everything|it all|their|your|the))';

/** Fear outside the widgets of shops: for family, home, health, money and work. */
export const everydayFear = defineRules('fear', [
  {
    id: 'fear-harm-to-what-is-dear',
    kind: 'pressure',
    triggers: ['your', 'their', 'you', 'our'],
    pattern: words(
      `\\b(?:your|their) (?:[a-z]{2,12} )?${DEAR}(?: [a-z]{2,12}){0,2} (?:could|might|may|will|would|can|won't|cannot) (?:soon |already |also |one day |easily |just |tonight )?${HARM}\\b|\\b(?:your|their) (?:[a-z]{2,12} )?${DEAR} (?:is|are) (?:already |about to be |being |slowly |now |not )*(?:bleeding|gone|doomed|dying|rotting|crumbling|unguarded|at stake|on the line|a target|watched|safe (?:with|without|until|unless)|in danger)\\b|\\b(?:could|may|might|will|is|are) (?:already )?(?:be )?(?:eating|killing|destroying|poisoning|rotting|ruining|bleeding|draining|damaging) (?:you\\b|your (?:[a-z]{2,12} )?${DEAR})|\\byou (?:will|could|may|might|would) (?:soon |then |easily )?(?:be|end up) (?:wiped out|burgled|robbed|hacked|homeless|alone|penniless|a burden|ruined|the next victim|cut off|helpless|broke)\\b|\\b(?:could be|may be|is) (?:making|getting) you (?:ill|sick|fat|old)\\b|\\bbe a burden to\\b`,
    ),
    unless:
      /\b(?:if we cannot agree|free (?:and independent )?advice|we would like to avoid|as you asked|battery|helpline|support group|read the risks|capital)\b/,
    instead: PLAINLY,
    says: [
      'Your family will end up in court',
      'Mould is eating your house',
      'Your savings could be gone',
      'You will be wiped out',
      'Your children will not be safe',
    ],
    butNot: ['Your card is blocked', 'Your home is ready', 'Your children could be in the choir'],
  },
  {
    id: 'fear-one-step-from-loss',
    kind: 'pressure',
    triggers: ['one', 'single', 'just', 'away', 'closer', 'takes'],
    pattern: words(
      '\\b(?:one|a single|just one) (?:[a-z]{3,12} ){1,3}(?:away from|is all it takes|is enough to|(?:can|could|will|may|might) (?:end|ruin|wipe|destroy|cost|sink|kill|empty|shut)|wipes? out|ends|ruins|destroys|and(?= (?:the (?:regulator|police|bank)|it is (?:all )?over)))(?= (?:losing|disaster|ruin|your|you|out|disaster|everything|it|lose|the (?:regulator|police|bank|end|street|brink)|and|are|is|bankruptcy)\\b|[ ,.!]| ?$)|\\bcloser than you think\\b|\\bthe point of no return\\b',
    ),
    unless:
      /\b(?:stop|station|click|tap|step|minute|block|street|metre|mile|hour) away from (?:the|our|a|your (?:hotel|room|next))|\bone (?:click|tap|call|step|form|visit|letter) (?:is enough|and (?:you|your|it|the))/,
    instead: PLAINLY,
    says: [
      'One fall away from losing your independence',
      'One spark is all it takes',
      'One bad review can end your business',
      'Closer than you think',
    ],
    butNot: [
      'One stop away from the harbour',
      'One click is enough to unsubscribe',
      'One day and you are done',
    ],
  },
  {
    id: 'fear-imagine',
    kind: 'pressure',
    triggers: [
      'fall',
      'spreads',
      'infects',
      'strikes',
      'kills',
      'destroys',
      'before',
      'shut',
      'victim',
      'imagine',
      'happen',
      'happens',
      'turn',
      'who',
      'coming',
      'come',
      'awakening',
      'scare',
      'terrify',
      'worse',
      'news',
      'heads',
      'next',
      'survive',
      'hold',
      'late',
      'something',
      'sooner',
      'frighten',
      'them',
      'worry',
    ],
    pattern: words(
      "\\bimagine (?:coming home|waking up|losing|finding|your (?:child|children|family|kids|wife|husband))\\b[^.!?]{0,30}\\b(?:gone|empty|losing|without|alone|dead|stolen|burn|hurt|lost|nothing|ashes|flood|trapped|crying)\\b|\\bimagine losing (?:your|everything|it all|them|her|him)\\b|\\b(?:anything|the worst|it|worse) (?:could|can|might|will) happen(?= ?(?:[.!]|$)| to you)|\\bsooner or later (?:it|you|they|someone|your)\\b|\\bit (?:will|could) be (?:you|your turn|your (?:house|home|child|family))\\b(?! to)|\\bwho will (?:keep|care for|look after|protect|pay for|save|feed|bury|help) (?:your|them|her|him)\\b|\\bthey(?:'re| are) (?:all )?(?:coming|after|out) (?:for )?(?:your|you)\\b|\\bcoming for your (?:savings|money|house|home|pension|job|data)\\b|\\bbefore they (?:come|strike|break in|find you|do)\\b(?= ?(?:[.!]| ?$)| for)|\\byou (?:won't|will not|never) see it coming\\b|\\brude awakening\\b|\\b(?:should|will|ought to) (?:scare|terrify|worry|frighten) you\\b|\\bscare (?:them|him|her|the customers?|people)\\b|\\band it gets worse\\b|\\bbad news about your\\b|\\bheads will roll\\b|\\b(?:may|might|could|will) not (?:survive|hold|make it through|last) (?:the|another|this|next|much|a)?\\b|\\bnext time (?:the|it|your|they|you)\\b[^.!?]{0,20}\\b(?:may|might|will|could) (?:not|be)\\b|\\btoo late for (?:you|your)\\b|\\bsomething (?:bad|terrible|strange|awful) (?:is|may be|could be) happening\\b|\\bshut you down\\b|\\bthe next victim\\b|\\b(?:don't|do not) fall (?:prey|victim) to\\b|\\bbefore (?:the|it|a|another) (?:[a-z]{3,10} )?(?:spreads|infects|strikes|kills|destroys)\\b",
    ),
    unless: /\b(?:novel|film|book|series|story|report|exhibition|study|species|glacier|theatre|festival)\b/,
    instead: PLAINLY,
    says: [
      'Imagine coming home to find everything gone',
      'Anything could happen.',
      'Who will feed your children?',
      'You are in for a rude awakening',
      'Sooner or later it will be your turn',
      'They are coming for your savings',
    ],
    butNot: [
      'It will be your turn to present on Monday',
      'Imagine a bike that folds',
      'Who will win the cup?',
      'Next time you visit, bring a coat',
    ],
  },
  {
    id: 'fear-lost-if-you-leave',
    kind: 'pressure',
    triggers: [
      'lose',
      'lost',
      'losing',
      'gone',
      'forever',
      'ever',
      'never',
      'unsafely',
      'risk',
      'miss',
      'unless',
      'off',
      'penalty',
      'regret',
    ],
    pattern: words(
      "\\b(?:they|you|your customers?|people|he|she)(?:'ll| will| would| may| could|'d) lose (?:everything|it all|all (?:of )?(?:your|their))\\b|\\blos(?:e|ing) (?:everything|it all)\\b(?! in the| at)|\\bif you (?:leave|cancel|go|sign out|quit|stop|close|delete|unsubscribe|log out|say no|do nothing|wait|ignore)\\b[^.!?]{0,30},? [^.!?]{0,40}\\b(?:lost|gone|lose|never (?:get|see|find|come)|be sorry|disappear|erased|suffer|forever|for ever)\\b|\\b(?:delete|cancel|leave|quit|uninstall|skip)(?: [a-z]{1,10}){1,3} and (?:you(?:'ll| will)? (?:lose|never)|(?:your|all|everything|the) [^.!?]{0,50}(?:gone|lost|disappear))\\b|\\b(?:gone|lost) for ?(?:ever|good)\\b|\\byou will never (?:know|see|get|find|recover)(?= (?:what|it|them|your|her|him|whether|back)\\b)|\\bor your (?:money|photos|files|data|account|savings) (?:is|are) gone\\b|\\bcontinue unsafely\\b|\\bi accept the risk\\b|\\b(?:will be|gets?) (?:cut off|switched off|erased|wiped)(?: [a-z]{1,10}){0,2} (?:if|unless|today|tonight)\\b|\\b(?:or|and) face (?:a |the )?(?:penalty|fine|charges|consequences|court)\\b|\\byou will miss (?:every|all|out|the best)\\b|\\byou will miss every\\b|\\b(?:can't|cannot) protect (?:you|your)\\b",
    ),
    unless:
      /\b(?:unsaved|flood|fire of|war\b|she lost|he lost|film|novel|cannot be (?:brought back|undone)|as you asked|lost everything in|after the)\b/,
    instead: 'Say plainly what is kept and what is deleted, and when.',
    says: [
      'Tell them they will lose everything',
      'If you leave now, everything is lost',
      'You will miss every deal without notifications',
      'Your memories are gone forever',
      'If you sign out now, you may never get back in',
    ],
    butNot: [
      'She lost everything in the flood',
      'You have unsaved changes. Leave the page?',
      'If you cancel, you keep access until May',
    ],
  },
]);
