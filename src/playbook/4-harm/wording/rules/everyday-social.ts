import { defineRules, words } from '../rule.ts';

const MEASURED = 'Show the measured number with its period, or leave it out.';
const ITSELF = 'Say what the thing does for the reader, not what others do.';
const CIRCLE =
  '(?:street|road|block|town|village|city|area|neighbou?rhood|building|team|office|company|industry|sector|field|class|school|gym|club|family|circle|feed|group|network|contacts|friends|chat|street|region|profession|league|year)';
const FOLK =
  '(?:people|customers?|households?|families|readers|friends|schools|clinics|teams|companies|businesses|teachers|homes|guests|players|members|parents|runners|riders|neighbou?rs|buyers|subscribers|users|clients|patients|students|owners|drivers|travell?ers|homeowners|professionals|brands|firms|offices|dentists|nurses|cyclists|women|men|others|visitors|shoppers|buyers|adults|cities|towns|hospitals|clubs|makers|cooks|gardeners|freelancers)';
const MOVED =
  '(?:switched|joined|signed up|moved|upgraded|saved|chosen|chose|changed|subscribed|enrolled|ordered|booked|downloaded|tried|made the switch|renewed|registered|started)';

/** What others do, told so that the reader follows, outside the widgets of shops. */
export const everydaySocial = defineRules('social-pressure', [
  {
    id: 'social-only-one',
    kind: 'pressure',
    triggers: ['only', 'last', 'odd', 'that', 'first', 'nobody', 'one'],
    pattern: words(
      "\\b(?:you(?:'re| are|'ll be| will be)?|be|your (?:child|kid|son|daughter|team|family|company|business)(?: be| is)?|wants? to be|why are you) (?:really |still )?(?:going to be )?the (?:only|last) (?:one|person|kid|child|man|woman|team|company|parent|house|household|member|business|shop|family|guy|player|of your friends)\\b(?! (?:who (?:can|knows how|decides|gets|sees|has access|received|receives|asked|knew)|to (?:know|see|decide|receive)|with (?:access|the key)))|\\bdon't be the (?:last|only)\\b|\\bare you the last\\b|\\b(?:don't|do not|you don't want to|who wants to|nobody wants to) be (?:that|the) (?:guy|girl|parent|team|person|one|company|kid|friend|boss|neighbou?r|last)\\b|\\b(?:the )?odd one out\\b|\\b(?:you're|you are) (?:a )?(?:nobody|no one|in the wrong (?:group|camp|half))\\b",
    ),
    unless: /last one (?:in|to leave) the building|lights?\b|odd one out (?:game|puzzle)|not the only/,
    instead: ITSELF,
    says: [
      'You are the only one still freezing',
      "Don't be the last!",
      'Who wants to be the odd one out?',
      'Will your child be the only one without?',
    ],
    butNot: [
      'You are not the only one',
      'You are the only one who can see this',
      'The last house on the road',
    ],
  },
  {
    id: 'social-all-around-you',
    kind: 'pressure',
    triggers: [
      'one',
      'everyone',
      'everybody',
      "everyone's",
      "everybody's",
      'every',
      'all',
      'whole',
      'entire',
      'half',
      'none',
      'like',
      'without',
    ],
    pattern: words(
      `\\b(?:(?:everyone|everybody|all (?:the )?[a-z]{3,12}|every(?: other| single)? [a-z]{3,12}|half) (?:on|in|at|from|of) your ${CIRCLE}|your (?:whole|entire) ${CIRCLE}|all (?:of )?your (?:friends|colleagues|neighbou?rs|peers|rivals|competitors|contacts|classmates|team-?mates)|all the (?:cool|smart|best|serious|top) [a-z]{3,12}|every (?:serious|smart|good|modern|successful) [a-z]{3,12}|everyone else|everybody else)(?: (?:on|in|at|from|of) your [a-z]{3,14})? (?:already |just |now |has |have |is |are |'s )*(?:has|have|got|is on (?:it|board)|are on (?:it|board)|does|do|uses|use|switched|joined|signed up|knows|upgraded|saves|saved|bought|loves|has a|gets|wears?|wearing|ordered|moved|doing|using)\\b|\\b(?:people|girls|women|men|parents|owners|mums|dads|guys) like you (?:are |have |all |already )*(?:wearing|using|switched|buying|getting|choosing|have|love)\\b|\\b(?:be|do|buy|live|save) like everyone else\\b|\\b(?:everyone|everybody)(?:'s| is) (?:here|there|in|at [a-z ]{3,20}|on it|coming|doing it|wearing it|using it) (?:but|except) you\\b|\\bwithout you(?= ?(?:[.!]|$))|\\b(?:everyone|everybody|every one of them) (?:i|we) (?:spoke|talked) (?:to|with)\\b|\\b(?:tell|say)(?: [a-z]{1,8}){0,2} that (?:all )?(?:everyone|everybody|their (?:neighbou?rs|friends|peers|colleagues))\\b|\\ball (?:of )?(?:their|your) (?:neighbou?rs|friends|colleagues) (?:have|bought|own|use)\\b|\\b(?:not one|none) of our [a-z]{3,12} (?:would|has|have|ever|regrets?)\\b`,
    ),
    unless:
      /\b(?:thank|welcome|please|invited|has to|have to|must|can |needs? to|access|voted|agreed|without you,? (?:this|we|none))|would not have been possible|(?:is|are) (?:invited|welcome)/,
    instead: ITSELF,
    says: [
      'Everyone on your street already has one',
      'Your whole team is on it',
      'All the cool offices have switched',
      'Girls like you are wearing this',
      'They are having fun without you',
    ],
    butNot: [
      'Everyone in your group can edit this page',
      'Everyone on your team is invited',
      'All your files are here',
    ],
  },
  {
    id: 'social-while-others',
    kind: 'pressure',
    triggers: [
      'neighbours',
      'neighbors',
      'neighbour',
      'friends',
      'colleagues',
      'peers',
      'competitor',
      'clients',
      'out',
      'while',
      'behind',
      'dust',
      'ahead',
      'left',
      'rival',
      'rivals',
      'competitors',
      'field',
      'ex',
    ],
    pattern: words(
      `\\bwhile (?:everyone|everybody|the others|others|the rest|they|your [a-z]{3,12}|all your [a-z]{3,12}) (?:else )?(?:is |are |already |just )*(?:saves?|saving|gets?|getting|enjoys?|enjoying|moves?|moving|pulls?|pulling|grows?|growing|wins?|winning|has|have|earns?|earning|relax(?:es|ing)?|celebrat(?:es?|ing)|switched|ahead)\\b|\\b(?:be|being|get|getting|feeling|feel|are you|you're|you are) left (?:behind|out)\\b(?! of)|\\b(?:fall|falling|fell) behind (?:your|the|everyone|others|while)\\b|\\bleave(?:s)? you (?:in the dust|behind)\\b|\\b(?:pull(?:ing|ed)?|rac(?:ing|ed)|get(?:ting)?) ahead (?:of you|without you|and you)\\b|\\b(?:are|is) pulling ahead\\b|\\byour (?:(?:biggest|main|fiercest|closest) )?(?:rivals?|competitors?|ex|neighbou?rs?|friends?|colleagues?|peers|classmates|sister|brother)(?: next door)? (?:just |already |has |have |is |are )*(?:${MOVED}|noticed|planning their|laughing|winning|ahead|signed with|won|left you|saving|overtak(?:en|ing))\\b(?! (?:you (?:as|to)|a (?:ticket|table|call)))|\\b(?:leaving|leave) the field to\\b|\\bwhile you(?:'re| are) still (?:thinking|waiting|deciding|hesitating|dreaming)\\b|\\bclients (?:that )?should (?:have been|be) yours\\b`,
    ),
    unless:
      /no (?:child|one) (?:is |be )?left behind|left (?:behind|out) of the (?:report|list)|luggage|planning a /,
    instead: ITSELF,
    says: [
      'Do you really want to be left behind while everyone else saves?',
      'Feeling left out?',
      'Your rivals are pulling ahead',
      'Your neighbours noticed',
    ],
    butNot: [
      'Your friends have invited you to a table at eight',
      'Music while others work',
      'Luggage left behind on the train',
      'Your neighbours are planning a street party',
    ],
  },
  {
    id: 'social-why-not-you',
    kind: 'pressure',
    triggers: ["aren't", "haven't", "isn't", "what's", 'where', "where's", 'yours', 'excuse', 'you', 'why'],
    pattern: words(
      "\\bwhy (?:aren't|haven't|don't|isn't|not) (?:you|yours)\\b ?\\?|\\bwhy are you (?:still )?(?:not|waiting|the only)\\b|[.!] where(?:'s| is| are) yours\\b ?\\?|\\bwhat(?:'s| is) (?:your excuse|keeping you|stopping you|holding you back)\\b|[.!,] (?:and )?yours\\? ?$|\\bwill you (?:let that stand|be (?:the )?next|watch)\\b|[.!] (?:do|are|will|have) you\\? ?$",
    ),
    unless: /^how are you|i am fine|we (?:love|like)[^.]{0,40}\. do you\?/,
    instead: ITSELF,
    says: [
      "They all did. Why haven't you?",
      "What's stopping you?",
      'Every house has one. Where is yours?',
      'Smart firms know this. Do you?',
    ],
    butNot: ['Where is your office?', 'Why not try it', 'What do you think?'],
  },
  {
    id: 'social-counted-plainly',
    kind: 'claim',
    triggers: [
      'others',
      'people',
      'customers',
      'households',
      'families',
      'readers',
      'friends',
      'schools',
      'clinics',
      'teams',
      'companies',
      'businesses',
      'teachers',
      'homes',
      'guests',
      'players',
      'members',
      'parents',
      'thousands',
      'millions',
      'hundreds',
      'downloads',
      'by',
      'half',
      'of',
      'in',
      'most',
      'use',
      'buyers',
      'owners',
      'users',
      'clients',
    ],
    pattern: words(
      `\\b(?:thousands|millions|hundreds|dozens|more and more|<number>)(?: of)?(?: (?!years|days|hours|more|of)[a-z]{2,14}){0,2} (?:have |has |are |is )(?:already |just |now |recently |since )?(?:${MOVED}|switching|joining|saving|moving)(?= (?:this|in|to|so|already|since|over)\\b| ?[.!]| ?$)|\\b(?:more than |over |last year |nearly |almost )?<number> (?:[a-z-]{2,14} )?${FOLK} (?:from your [a-z]{3,12} |near you |in your [a-z]{3,12} )?(?:have |has |are |already |also |now |just )*(?:${MOVED}|use|using|trust|choose|recommend|play|finished|rode|read|renew|rely on|love|picked|bought|swear by)\\b(?! (?:at|in) (?:least|court)| (?:to|as|for) )|\\b(?:nine|eight|seven|six|four|three|two|\\d{1,3}) (?:in|out of|of) (?:every |our |the )?(?:ten|five|four|three|\\d{1,3}) (?:[a-z-]{2,12} )?${FOLK} (?:renew|recommend|choose|prefer|switch|stay|come back|say|agree|use)\\b|\\b<number> of the <number> (?:largest|biggest|top|leading)\\b|\\bmost (?:people|customers|members|readers|families|of our [a-z]{3,12}) (?:choose|pick|prefer|buy|go for|renew|upgrade)\\b|\\b(?:picked|chosen|used|preferred|trusted|loved|recommended|ordered) (?:by|at) (?:over |more than |nearly )?(?:half (?:of )?(?:our|the)|most of our|<number>|thousands|millions|teachers|experts|professionals|parents|families|nurses|runners|chefs|doctors)\\b|\\bin use at <number>\\b|\\b(?:over|more than) <number>\\+? (?:million )?downloads\\b|\\b\\d[\\d.,]{0,6} million downloads\\b`,
    ),
    unless:
      /\b(?:killed|injured|died|protest|marched|refugees|lost their|homeless|voted|study|participants|sample|census|accident|war\b)/,
    instead: MEASURED,
    says: [
      'Thousands have switched this week',
      'More than 8,000 households have moved to our tariff',
      'Nine in ten members renew',
      'Most people choose the yearly plan',
      'In use at 1,200 schools',
    ],
    butNot: [
      'Three people have edited this file',
      'Hundreds were injured',
      'Two clients have asked for a quote',
    ],
  },
  {
    id: 'social-favourite',
    kind: 'claim',
    triggers: [
      'favourite',
      'favorite',
      'rated',
      'voted',
      'most',
      'everyone',
      'best',
      'number',
      'gifted',
      'ordered',
      'reordered',
    ],
    pattern: words(
      "\\b(?:readers'?|customers'?|members'?|town's|city's|country's|nation's|people's|world's|parents'|teachers'|reader's|village's|neighbou?rhood's|harbou?r's|island's|valley's|county's|region's|state's) favou?rite\\b|\\b(?:rated|voted|named|ranked) (?:the )?(?:number one|no\\.? ?1|#1|best|top|favou?rite)\\b|\\bmost (?:gifted|ordered|reordered|booked|bought|wanted|saved|chosen|recommended|talked[- ]about)\\b|\\bwhat everyone (?:in|on|at|from) [a-z]{2,14}(?: [a-z]{2,12})? (?:ordered|bought|is (?:wearing|buying|reading|eating|watching)|wants|wore|read)\\b|\\bthe one everyone (?:wants|loves|asks for)\\b",
    ),
    unless: /\bmost (?:wanted (?:man|criminal|list)|ordered list)/,
    instead: 'Name the list, its period and where it can be seen, or leave it out.',
    says: [
      "Our readers' favourite",
      "The village's favourite",
      'Voted number one',
      "This month's most gifted candle",
    ],
    butNot: ['My favourite colour', 'FBI most wanted list', 'What everyone needs to know about the vote'],
  },
]);
