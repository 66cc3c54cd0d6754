import type { SensitiveCategory } from '../../../../kernel/categories.ts';
import { termsIn } from '../../../../kernel/lexicon/index.ts';

/** A sensitive trait that a text ascribes to the person it speaks to. */
export interface AscribedTrait {
  readonly category: SensitiveCategory;
  readonly start: number;
  readonly end: number;
}

/** How far before a term the words that ascribe it are looked for, in characters. */
const BEFORE = 90;

/** Words that end just before the trait and say that it is that of the person spoken to. */
const ASCRIBES: ReadonlyArray<readonly [language: string, pattern: RegExp]> = [
  ['en', /\byour (?:\p{L}+[- ]){0,2}$/iu],
  [
    'en',
    /\byou(?:['’](?:re|ve))? ?(?:(?:are|were|have|had|recently|just|a|an|been|being|now|still|currently|living|suffering|struggling|dealing|coping|diagnosed|with|from|in|the|having|experiencing|facing|expecting|going|through|battling|fighting|behind|on|your|treated|for|known|as) ){0,7}$/iu,
  ],
  ['en', /\b(?:are|were) you (?:(?:a|an|still|currently|living|suffering|struggling|with|from|in) ){0,4}$/iu],
  ['en', /\bas an? (?:\p{L}+ )?$/iu],
  ['en', /\b(?:dear|fellow) $/iu],
  ['de', /\b(?:ihre?[mnrs]?|deine?[mnrs]?) (?:\p{L}+ ){0,2}$/iu],
  [
    'de',
    /\b(?:sie|du|ihr) (?:(?:sind|haben|hatten|leiden|leben|wurden|werden|bist|hast|leidest|lebst|wurdest|unter|an|mit|in|eine?[nrm]?|gerade|kürzlich|noch|jetzt|schwer|als) ){1,6}$/iu,
  ],
  ['de', /\bals $/iu],
  ['fr', /\b(?:votre|vos|ton|ta|tes) (?:\p{L}+ ){0,2}$/iu],
  [
    'fr',
    /\b(?:vous|tu) (?:(?:êtes|avez|souffrez|vivez|étiez|es|as|souffres|vis|d[eu]|avec|en|une?|le|la|des|récemment|encore|toujours|été|venez|traversez|atteint\p{L}?) ){1,6}$/iu,
  ],
  ['fr', /\ben tant que $/iu],
  ['es', /\b(?:su|sus|tu|tus) (?:\p{L}+ ){0,2}$/iu],
  [
    'es',
    /\b(?:usted|tú|que|como) (?:(?:es|está|tiene|eres|estás|tienes|padece|padeces|sufre|sufres|vive|vives|con|de|una?|la|el|en|recientemente|aún|todavía|ha|has|sido) ){0,6}$/iu,
  ],
];

/** A condition speaks to whomever it fits; nobody is told that it fits them. */
const CONDITIONAL =
  /\b(?:if|whether|when(?:ever)?|in case|unless|someone|anyone|people who|those who|for (?:people|everyone|anyone)|or (?:a|your) (?:friend|relative|child|loved one|partner)|wenn|falls|ob|si|cuando|quand|au cas où|alguien|jemand|quelqu['’]un)\b/iu;

/** After the term: what is spoken of is a body or a cause, and not the person's trait. */
const ABOUT_SOMETHING_ELSE =
  /^[- ](?:charit\w+|research|centres?|centers?|clinics?|communit\w+|teams?|nurses?|helplines?|hotlines?|support|awareness|associations?|societ\w+|foundations?|funds?|awards?|day|month|week|walk|run|campaigns?|news|advice|advis\w+|free\b|books?|studies|experts?|services?|screening|charity|policy|insurance|cover|test|hilfe|forschung|beratung|stiftung|verein|recherche)/iu;

/** A reference to what somebody else has. */
const SOMEBODY_ELSE =
  /\byour (?:\p{L}+ )?(?:local|nearest|favou?rite|gift|donation|support|help|friends?|neighbou?rs?|customers?|patients?|clients?|team|doctor|nurse)\b/iu;

/**
 * Sensitive traits that a text says of the person it speaks to, in the languages of the lexicon: "your diabetes", "as a
 * widow, you …", "you are pregnant". Conditions, questions about others and names of causes do not count.
 */
export function traitsOfReader(text: string, language: string | null): AscribedTrait[] {
  return termsIn(text, language ?? undefined).flatMap(({ category, strength, kind, start, end }) => {
    if (strength !== 'strong' || kind !== 'label') return [];
    const sentence = text
      .slice(Math.max(0, start - BEFORE), start)
      .split(/[.!?:;]\s/)
      .at(-1)!
      .replace(/\s+/g, ' ');
    if (ABOUT_SOMETHING_ELSE.test(text.slice(end, end + 30))) return [];
    if (CONDITIONAL.test(sentence) || SOMEBODY_ELSE.test(sentence)) return [];
    const found = ASCRIBES.filter(([own]) => language === null || own === language || !KNOWN.has(language))
      .map(([, pattern]) => pattern.exec(sentence)?.[0])
      .find((words) => words !== undefined);
    if (found === undefined) return [];
    if (/^(?:as an?|als|en tant que|como) /iu.test(found) && !SPEAKS_TO.test(text.slice(end, end + BEFORE)))
      return [];
    return [{ category, start: Math.max(0, start - found.length), end }];
  });
}

const KNOWN = new Set(['en', 'de', 'fr', 'es']);
const SPEAKS_TO = /\b(?:you|your|sie|ihr\w*|du|dein\w*|vous|votre|vos|tu|usted|su|tus?)\b/iu;
