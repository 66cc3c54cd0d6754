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
