import { defineRules, words } from '../rule.ts';

const MEASURED = 'Show the measured number with its period, or leave it out.';
const PEOPLE =
  '(?:people|persons?|customers?|shoppers?|users?|visitors?|others|viewers?|buyers?|members|women|men|moms|families|someone|pawrents|fans|guests|travell?ers|subscribers)';

/** What others do, told so that the reader does the same. */
export const socialPressure = defineRules('social-pressure', [
  {
    id: 'social-people-doing',
    kind: 'claim',
    triggers: [
      'people',
      'person',
      'persons',
      'customer',
      'customers',
      'shoppers',
      'users',
      'visitor',
      'visitors',
      'others',
      'viewers',
      'viewing',
      'looking',
      'pawrents',
      'buyers',
      'members',
      'user',
      "people's",
    ],
    pattern: words(
      `\\b(?:over |more than |another )?<number> ?(?:other |more )?${PEOPLE} (?:other than you |have |has |are |is |were |also |already |just |recently |currently |right )*(?:view(?:ed|ing)|look(?:ed|ing)|watch(?:ed|ing)|bought|buying|purchas(?:ed|ing)|order(?:ed|ing)|add(?:ed|ing)|checked|eyeing|seeing|shopping|in (?:your|this)|claimed|grabbed|it in|this (?:in|product|item)|have (?:this|it))\\b|\\b<number> (?:other )?${PEOPLE} right now\\b|\\b<number> (?:currently )?(?:viewing|looking)\\b|\\b(?:people|customers|others) (?:other than you|want this|are (?:viewing|looking))\\b|\\bin <number> (?:other )?(?:people's|carts|baskets|bags)\\b|\\bin other (?:users'|people's) carts\\b|\\b<number> (?:people|customers|others) have it\\b`,
    ),
    instead: MEASURED,
    says: [
      '12 people are viewing this',
      '9 customers have bought today',
      'Other people want this. 10 people have this in their cart',
      '1,142 people have added to cart recently',
      "IN 43 PEOPLE'S SHOPPING BAG",
    ],
    butNot: ['2,000 people live here', 'People in the news', 'We hired three people'],
  },
  {
    id: 'social-counted',
    kind: 'claim',
    triggers: [
      'sold',
      'bought',
      'purchased',
      'viewed',
      'added',
      'views',
      'viewing',
      'carts',
      'recently',
      'sales',
    ],
    pattern: words(
      "\\b(?:over )?<number> (?:units |items? |copies )?(?:sold|bought|purchased)\\b(?= ?(?:$|[!.,:]|in\\b|today|this|so far|already|last|just|it\\b))|\\b(?:sold|purchased|bought|viewed|added to (?:cart|bag|basket)) (?:over )?<number>\\+? ?(?:times|in the last)\\b|\\bbought by <number>\\b|\\b<number> (?:people )?(?:added|viewed|views|viewing)\\b(?= (?:to (?:bag|cart|basket)|per|in|today|this|just))|\\badded to (?:bag|cart|basket) (?:in the|<number>)|\\b<number> recently (?:bought|purchased)\\b|\\b<number> (?:customer|person|visitor)s? (?:bought|viewed)\\b|\\blast (?:purchased|bought|viewed) (?:at|on|<number>)|\\bin <number> other carts\\b|\\bwe've sold <number>\\b",
    ),
    unless: /shares|homes|tickets? to|company|million in|billion/,
    instead: MEASURED,
    says: [
      'Bestseller: 2,000 sold',
      'Purchased 6 times this week.',
      '9 sold in last 9 hours',
      'Over 200 views in 24 hrs',
      'Last purchased at 11:19am today.',
    ],
    butNot: ['He sold three houses', 'The company sold 2 units to a rival'],
  },
  {
    id: 'social-someone-bought',
    kind: 'claim',
    triggers: ['bought', 'purchased', 'ordered', 'buying', 'viewed'],
    pattern: words(
      "\\bsomeone (?:just |recently )?(?:(?:in|from|near) [^!?:]{0,60}?)?(?:just |recently )?(?:bought|purchased|ordered|added|started buying)\\b|^(?:[a-zà-ÿ.']{1,20} ){1,3}(?:in|from|near) [^.!?:]{2,60}?(?:just )?(?:bought|purchased|ordered)\\b|^(?:[a-zà-ÿ.']{1,20} ){1,3}just (?:bought|purchased|ordered)\\b(?! (?:by|a company))|\\b(?:bought|purchased|viewed) [^.!?]{0,120}?(?:seconds?|minutes?|mins?|hours?|days?) ago\\b",
    ),
    unless:
      /\b(?:i|we|he|she|microsoft|google|apple|company|acquired|shares) (?:just )?(?:bought|purchased|ordered)/,
    instead: 'Leave it out, or show a measured number of purchases with its period.',
    says: [
      'Michael in Pontiac, United States purchased a',
      'Someone in Joliet, Illinois purchased a Vaporizer',
      'Carl F. from Fort Ann, NY bought a King',
      'jennifer just bought Rainbow Moonstone about 6 hours ago',
    ],
    butNot: ['I just bought one and love it', 'You bought this in May'],
  },
  {
    id: 'social-popular',
    kind: 'claim',
    triggers: [
      'seller',
      'sellers',
      'selling',
      'popular',
      'trending',
      'loved',
      'wanted',
      'hot',
      'bestseller',
      'bestsellers',
      'favorite',
      'favourite',
      'hottest',
    ],
    pattern: words(
      '\\b(?:#\\d{1,2} )?(?:best|top|hot)[- ]?(?:sellers?|selling)\\b|^(?:our |#1 |the )?most[- ](?:popular|loved|wanted)(?: (?:item|choice|plan|style))?(?= ?!?$)|\\bmost[- ](?:loved|wanted|wished[- ]for) (?:item|piece|product|gift)s?\\b|\\btrending (?:now|today|this week)\\b|^(?:trending|popular)\\b(?= ?[!:]| item| \\d)|\\bpopular (?:item|product|choice)\\b|\\bhot (?:product|item)\\b|\\bcustomer favou?rites?\\b',
    ),
    unless:
      /(?:\b(?:more|see all|view all|all|shop|browse|our list of) (?:best|top|hot)[- ]?sell|[- ]selling [a-z]+s ?:|author|novel|book|writer|memoir|album|video game|websites?|times best|most popular (?:\w+ ){0,2}(?:search|stories|articles|posts|downloads?|pages|topics|questions|languages?|sites?|names?|sport|forums?))/,
    instead: 'Name the list, its period and where it can be seen, or leave it out.',
    says: [
      'MOST POPULAR',
      'the top sellers at Shopper.com',
      '#1 Bestseller in Rugs',
      'Popular item!',
      'Trending now!',
    ],
    butNot: ['best-selling author Dan Brown', 'Most popular stories', 'popular culture'],
  },
  {
    id: 'social-join-number',
    kind: 'claim',
    triggers: ['join', 'joined', 'signed', 'trusted', 'loved', 'love', 'used', 'trust'],
    pattern: words(
      `\\b(?:join|trusted by|loved by|used by) (?:our |the |over |more than |almost |nearly |these )*<number>\\+? ?(?:[a-z-]{1,14} ){0,2}${PEOPLE}\\b|\\b<number> (?:[a-z-]{1,14} ){0,2}${PEOPLE} (?:have |has )?(?:already )?(?:joined|signed up|trust|love)\\b`,
    ),
    instead: MEASURED,
    says: [
      'Join 50,000 happy customers',
      'Trusted by over 2 million people',
      '3,000 people have already signed up',
    ],
    butNot: ['Join us', 'Join the conference'],
  },
  {
    id: 'social-everyone',
    kind: 'pressure',
    triggers: [
      'everyone',
      'everybody',
      'behind',
      'friends',
      'neighbors',
      'neighbours',
      'only',
      'last',
      'left',
    ],
    pattern: words(
      "\\b(?:everyone|everybody)(?:'s| is| has) (?:else|but you|already|doing it|buying|talking about|raving|getting|switching)\\b|\\b(?:everyone|everybody) (?:else|but you)\\b(?= (?:has|is|already|in your|knows|does|did|will|on your))|\\bdon't (?:be|get) (?:the (?:only|last) (?:one|person)\\b|left (?:out|behind))|\\b(?:left (?:out|behind))(?= ?(?:!|$|\\.\\.))|\\ball (?:of )?your (?:friends|neighbou?rs|colleagues) (?:are|have|already)\\b|\\b(?:friends|neighbou?rs) (?:have|has) already\\b|\\b(?:the )?only one (?:who|that) (?:hasn't|has not|isn't)\\b|\\bwhat are you waiting for\\b",
    ),
    instead: 'Say what the thing does for the reader, not what others do.',
    says: [
      "Don't be left behind...",
      'everyone but you has donated',
      'Everyone is talking about it',
      "Don't be the last one",
    ],
    butNot: ['Thank you everyone', 'No child left behind in class', 'Everybody is welcome'],
  },
]);
