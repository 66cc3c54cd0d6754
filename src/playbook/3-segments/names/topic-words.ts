import type { TermHit } from '../../../kernel/lexicon/index.ts';

/**
 * Words beside which a mere hint says nothing of the people: a trade, a course of study, a book or a household article is
 * about health or children without those who like it being ill or parents.
 */
const ABOUT_TOPIC =
  /\b(?:jobs?|careers?|industr(?:y|ies)|literature|books?|degree|training|education jobs|supplies for|equipment|games?|gaming|films?|movies?|tv|dramas?|news|architecture|furniture|decor|storage|software|hardware|photography|fiction|novels?|documentar(?:y|ies)|soundtracks?|musicals?|marketing|advertising|engineering|academic interests|pets?|dogs?|cats?|animals?|veterinary|plants?|garden(?:ing)?|recipes?|cooking|automotive|cars?)\b/i;

/** Whether a hint stands in a name that is about a topic rather than about people. */
export const isAboutTopic = (name: string, hit: Pick<TermHit, 'term'>): boolean =>
  ABOUT_TOPIC.test(name.replace(hit.term, ' '));

/** Things beside which even a strong word is an adjective of style or a technical term: it is no trait of people. */
const ABOUT_THING =
  /\b(?:architecture|handbags?|kayaking|databases?|rows|aircraft|lighting|circuits?|transistors?|amplifiers?|furniture|antiques?|glassware|glass|rafting|software|hardware|algorithms?|plumbing|roofing|spare parts|engines?)\b/i;
/** Traits that things can carry for those who own them: a mosque's architecture, ethnic furniture. */
const CARRIED_BY_THINGS: ReadonlySet<string> = new Set([
  'religion_belief',
  'race_ethnicity',
  'sex_life_orientation',
]);

/** Whether a strong hit stands beside a thing that makes it an adjective rather than a trait. */
export const isAboutThing = (name: string, hit: Pick<TermHit, 'category' | 'term'>): boolean =>
  !CARRIED_BY_THINGS.has(hit.category) && ABOUT_THING.test(name.replace(hit.term, ' '));
