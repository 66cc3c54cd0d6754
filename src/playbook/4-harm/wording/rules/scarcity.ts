import { defineRules, words } from '../rule.ts';

const FROM_STOCK = 'Show the number from live stock, or leave the sentence out.';

/** Statements that little is left, and wording that frightens with it. */
export const scarcity = defineRules('scarcity', [
  {
    id: 'scarcity-number-left',
    kind: 'claim',
    triggers: ['left', 'remaining', 'stock', 'available', 'remain', 'copies'],
    pattern: words(
      "\\b(?:hurry[,!]? )?(?:only|just|last|less than|fewer than|under|there (?:is|are) only|we(?:'ve| have)? only(?: have)?|over)?:? ?\\(?<number>\\)? ?(?:more )?(?!days?\\b|hours?\\b|hrs?\\b|minutes?\\b|mins?\\b|weeks?\\b|months?\\b|years?\\b|seconds?\\b|miles\\b)(?:[a-z()-]{1,16} ){0,2}(?:left|remaining)\\b(?: in (?:online )?stock\\b)?(?= ?(?:$|[!.,;:)(|-]|in\\b|at\\b|to buy|online|order|of th|hurry|so\\b|for\\b|on\\b))|\\b(?:only|just|last|less than|fewer than|currently less than) \\(?<number>\\)?(?: [a-z()-]{1,16}){0,2} (?:in (?:online )?stock|available)\\b|^\\(?<number>\\)? in stock$|\\bthe last \\d{1,3}\\b(?= (?:of|copies|items|pieces|pairs|units|seats|tickets|in stock|left|available)\\b)|\\bonly <number> remain\\b|\\bonly: <number> in stock\\b",
    ),
    unless:
      /\b(?:the|bottom|top|upper|lower|turn|far|hand|button|click|corner|column|political)[- ]left|printer|toner|left (?:hand|side|corner|wing)|left (?:in|at) (?:the|a|my|his|her|our)/,
    instead: FROM_STOCK,
    says: [
      'Only 3 left in stock',
      '4 items left',
      'Hurry! Less than 10 left!',
      'LAST 2 LEFT',
      "I'm selling the last 17 of my author copies",
      '3 SEATS LEFT',
      'Only {{ stock }} left',
    ],
    butNot: ['2 left the company', 'Turn left', '5 days left', 'Choose one on the left'],
  },
  {
    id: 'scarcity-few-left',
    kind: 'claim',
    triggers: ['few', 'some', 'last', 'limited', 'left'],
    pattern: words(
      '\\b(?:only |just |still )?(?:a )?(?:very )?(?:few|handful|some|limited) (?:of these |more |of them )?(?:[a-z()-]{1,16} )?(?:left|remaining|remain)\\b|\\blast few (?:rooms|places|seats|tickets|spots|pieces|units|sizes|copies|boxes|pairs|items|spaces|slots)\\b|\\blast (?:few|remaining|ones?|items?|pieces?|pairs?|units?|copies|tickets|seats|spots|places|of the (?:stock|[a-z-]{2,20} (?:collection|stock|sale)))\\b(?= (?:left|in|remaining|available|at|on)\\b| ?[!.:]| ?$)',
    ),
    unless:
      /last few (?:days|weeks|months|years|hours)|last of the (?:mohicans|great|line)|last one (?:is|was|i|we|in the|on the)|the last (?:few|piece|item|one|seat|place|ticket)s? (?:of (?:news|information|advice)|on (?:the|my|this) (?:list|agenda))/,
    instead: FROM_STOCK,
    says: [
      'Only a few left!',
      'Warning: Last items in stock!',
      'And there is still some left!',
      'Only Limited Items Left',
    ],
    butNot: ['In the last few days', 'This is the last one in the series'],
  },
  {
    id: 'scarcity-low-stock',
    kind: 'claim',
    triggers: [
      'stock',
      'stocks',
      'limited',
      'gone',
      'sold',
      'sellout',
      'supplies',
      'quantities',
      'restock',
      'availability',
      'quanities',
      'selling',
      'sell',
      'going',
      'sells',
    ],
    pattern: words(
      '\\blow (?:in )?(?:on )?stock\\b|\\bstocks? (?:is |are |levels? )?(?:running )?(?:very )?low\\b|\\blimited (?:stocks?|quantit(?:y|ies)|quanities|availability|suppl(?:y|ies)|inventory|spaces?|places?|seats?|seating|spots?|number (?:of|available))\\b|\\b(?:quantit(?:y|ies)|quanities|sizes|spaces?|places?|seats|seating|spots|supplies|availability|stocks?) (?:is |are |will be )?(?:very |strictly |extremely )?limited\\b|\\b(?:offer |is |are )?limited to stock\\b|\\b(?:almost|nearly|about to be|will (?:soon )?be|soon) (?:all )?(?:gone|sold out)\\b|\\bwhile (?:our |the )?(?:stocks?|supplies|quantities|supply) lasts?\\b|\\bsell(?:s|ing)?(?: out)? (?:out|fast|quickly|quick)\\b(?= ?[!.,:]| ?$| fast| quickly| so\\b)|\\b(?:will|may|could|likely to|going to|about to) sell out\\b|\\bgoing (?:fast|quickly)\\b|\\brarely restock\\b|\\bsellout risk\\b|\\blive remaining stock\\b|\\bback in stock (?:but|for)\\b',
    ),
    unless:
      /printer|toner|limited (?:number|availability) (?:of )?(?:ways|features|cases)|going fast(?:er)? (?:on|down)/,
    instead: FROM_STOCK,
    says: [
      'Low Stock',
      'Sizes are limited.',
      'offer limited to stock',
      'Almost gone!',
      'Selling fast',
      'While supplies last',
      'HURRY QUANITIES WILL BE LIMITED',
    ],
    butNot: [
      'In stock',
      'Stock market closes low',
      'A limited company',
      'Companies selling out their shareholders',
    ],
  },
  {
    id: 'scarcity-demand',
    kind: 'claim',
    triggers: ['demand', 'mover'],
    pattern: words(
      '\\b(?:in |due to |such )?(?:very |extremely )?(?:high|great|huge|strong|hot)[- ]demand\\b|^in demand\\b|\\bfast mover\\b',
    ),
    unless: /video|economy|economist|oil|electricity|workers|skills/,
    instead: 'Give the figure behind it, or leave it out.',
    says: ['IN HIGH DEMAND!', 'In demand', 'Items in your cart are in high demand'],
    butNot: ['On demand webinars', 'Supply and demand', 'Oil in high demand, the economist says'],
  },
  {
    id: 'scarcity-first-come',
    kind: 'claim',
    triggers: ['first', 'next', 'limit', 'maximum', 'max', 'per', 'claimed'],
    pattern: words(
      '\\bfirst[- ]come,?(?: -)? first[- ]served?\\b|\\b(?:for|to|only|the) (?:the )?(?:first|next) <number> (?:[a-z-]{1,14} ){0,2}(?:customers?|people|orders?|buyers?|callers?|subscribers?|sign-?ups?|respondents?|members?|shoppers|guests|applicants)\\b|\\blimit (?:of )?<number> (?!entry)(?:[a-z-]{1,14} )?per (?:household|customer|person|family)\\b|\\b(?:max(?:imum)?) (?:of )?<number> [^.!?]{0,60}per (?:household|customer|person|order|family)\\b|\\b<number> (?:offers? )?claimed\\b',
    ),
    instead: 'Say how many there are and how many remain, from a count you can show.',
    says: [
      'Free gift for the first 100 customers',
      'Limit 2 per person!',
      '894 Claimed!',
      'maximum of 6 cases of Guinness and 6 cases of Budweiser per household',
    ],
    butNot: ['The first 100 days', 'Next one please', 'Limit your search'],
  },
  {
    id: 'scarcity-gone-is-gone',
    kind: 'pressure',
    triggers: ['gone'],
    pattern: words(
      "\\b(?:once|when) (?:it's|its|they're|these are|it is|they are) (?:all )?gone,? (?:it's|its|they're|they are|it is|that's)\\b",
    ),
    instead: 'Say how many there are, from live stock.',
    says: ["ONCE IT'S GONE, IT'S GONE", "When they're gone, they're gone"],
    butNot: ['She has gone', "Will you miss them when they're gone?"],
  },
]);
