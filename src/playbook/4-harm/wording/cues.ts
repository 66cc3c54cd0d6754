/**
 * Ways of selling that are no pressure by themselves, and so no rules, but stand beside it often enough to weigh in the
 * classifier: selling on, what others bought, bundles, boxes to agree to, totals.
 */
export const CUES: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  [
    'sell-on',
    /\badd[- ]?ons?\b|^add (?:and|for|on|to your|a |the |more)|\bwhy not add\b|\b(?:complete|finish) (?:your|the) (?:look|set|order|outfit)|\bdon't forget (?:the|your|to add)\b|\bmake it (?:extra )?special\b|\beverything else you need\b/,
  ],
  [
    'upgrade',
    /^yes!|\b(?:yes,? )?upgrade (?:my|your|to)\b|\byes,? i want\b|\bbetter results\b|\bultimate experience\b|\bhighly recommend(?:ed)?\b/,
  ],
  [
    'protect',
    /\b(?:protect|insure) (?:your|my|it|this)\b|\bprotection plan\b|\b(?:shipping|delivery|accident(?:al)?) (?:insurance|protection|damage)\b|\bcover(?:age)? (?:for|up to)\b|\bremove insurance\b|\bextended warranty\b/,
  ],
  [
    'others-bought',
    /\b(?:customers?|people|others|shoppers|they) (?:who [^.]{0,40} )?(?:also )?(?:bought|buy|shopped|viewed|love|like|are buying)\b|\balso (?:bought|shopped)\b|\bbuy this with\b|\brecent customers\b/,
  ],
  ['in-carts', /\b(?:in|to) (?:their|other|your) (?:cart|carts|basket|bag)s?\b|\bhave it in\b/],
  ['named-buyer', /\b(?:bought|purchased|ordered)\b|, united states\b|\bhas just\b/],
  [
    'bargain',
    /\b(?:grab|snag|score|snap up)\b|\bbargain\b|\b(?:fantastic|fanstastic|amazing|huge|crazy|incredible|unbeatable|hot) (?:deals?|offers?|savings?|bargains?)\b|\bdeals? of the\b/,
  ],
  [
    'bundle',
    /\bbundle\b|\bbuy (?:one|more|\d)\b.{0,20}\b(?:get|save)\b|\bmatching pair\b|\b2nd (?:item|case|pair)\b/,
  ],
  [
    'special-for-you',
    /\b(?:special|exclusive) (?:offer|deal|price|discount)s?\b|\bentitles? you\b|\byou(?:'ve| have) (?:qualified|earned|unlocked)\b|\bbonus\b|\bfor you only\b/,
  ],
  ['question-sell', /^(?:want|need|how about|interested in|looking for|ready (?:for|to))\b.{0,60}\?/],
  [
    'compare',
    /\bcompare(?:d)? (?:at|to|with)\b|\bthe competition\b|\b(?:retail|list) (?:price|value)\b|\bwithout (?:free )?membership\b/,
  ],
  [
    'save-amount',
    /\bsave \$?\d|\b\d+ ?% off\b|\b\$ ?\d+ off\b|\bpromo code\b|\buse code\b|\benter:? [a-z0-9]{4,}/,
  ],
  [
    'agree-box',
    /\b(?:agree|consent|authori[sz]e|accept)\b.{0,160}\b(?:receive|contact(?:ed)?|e-?mails?|offers|marketing|text)\b|\bif you (?:do not|don't|prefer not)\b.{0,60}\b(?:box|tick|check)/,
  ],
  ['bill', /\b(?:sub)?total\b.{0,40}\$?\d|\b(?:tax|delivery|handling|shipping) \$ ?\d/],
  [
    'cancel-terms',
    /\bcancel\b.{0,160}\b(?:call|calling|contact|phone|\d{3}[-) ]|e-?mail)|\brefund(?:ed)?\b.{0,80}\bmembership|\bmembership\b.{0,120}\b(?:cancel|refund|renew|fee)|\b(?:recurring|automatic(?:ally)?) (?:billing|renew|charge|subscription)/,
  ],
  [
    'decline',
    /^\W?(?:no|nah|nope)\b[ ,.!-]{0,3}(?:thanks?|thank you|i\b)|\bno thanks\b|^i (?:do not|don't|already|hate|prefer|wish)\b/,
  ],
  ['timer', /\d{1,2} ?: ?\d{2}|\b\d+ ?(?:d|days?) ?\d+|\bdays?\d|\b(?:within|ends?|expires?)\b.{0,12}\d/],
  ['wait', /\bwait\b|\bbefore you (?:go|leave|check)|\btempt you\b|\bnot so fast\b/],
];
