import { DATA_CATEGORIES, isDataCategory } from '../../kernel/taxonomy/data-categories.ts';
import { DATA_USES, isDataUse } from '../../kernel/taxonomy/data-uses.ts';
import { CHECK_TITLES } from '../api/check-titles.ts';

/** What a check is called. One of the organisation's own has its id alone. */
export const checkInWords = (check: string): string => CHECK_TITLES[check] ?? check;

/** What a purpose is called; one that the organisation declares has its key alone. */
export const purposeInWords = (purpose: string): string =>
  isDataUse(purpose) ? DATA_USES[purpose].title : purpose.replaceAll(/[._-]/g, ' ');

/** What a kind of data is called, as `user.behavior.purchase_history`. */
export const categoryInWords = (category: string): string =>
  isDataCategory(category) ? DATA_CATEGORIES[category].title : category;

/** What facts and parts of a card are called among people who never open a file. */
const NAMES: Readonly<Record<string, string>> = {
  from: 'the sender',
  headers: 'the mail headers',
  dataMap: 'the data map',
  usedFields: 'the fields that it uses',
  wording: 'the wording of the messages',
  content: 'the content of the messages',
  folder: 'the files of the use',
  paths: 'what the use is for',
  without_it: 'what happens without it',
};
const PLACE = /^(?:\/?[a-z]\w*(?:(?:\[\d{1,4}\])|(?:[./][a-z]\w*)|(?:\/\d{1,4})){0,6})$/i;

/**
 * What a check lacked, as people say it: a place of the card at its head becomes words and stands behind what is said
 * of it. `/audience/segment: how many people it finds` gives "how many people it finds (who is reached)".
 */
export function missingInWords(missing: string): string {
  const [head = '', ...rest] = missing.split(': ');
  if (!PLACE.test(head)) return missing;
  const said = rest.join(': ');
  const place = placeInWords(head);
  if (said === '') return place;
  return `${PLACE.test(said) ? nameOf(said) : said} (${place})`;
}

/** `messages[0].headers` gives "message 1, the mail headers". */
function placeInWords(place: string): string {
  const parts = place.split(/[./[\]]+/).filter((part) => part !== '');
  if (parts[0] === 'audience' && parts.length > 1) return AUDIENCE[parts[1]!] ?? 'the audience';
  const words: string[] = [];
  for (const part of parts)
    if (/^\d+$/.test(part)) words.push(`${singular(words.pop() ?? '')} ${Number(part) + 1}`);
    else words.push(nameOf(part));
  return words.join(', ');
}

const AUDIENCE: Readonly<Record<string, string>> = {
  segment: 'who is reached',
  exclude: 'who is left out',
  'defined-by': 'where the list comes from',
  defined_by: 'where the list comes from',
};

const nameOf = (name: string): string =>
  NAMES[name] ??
  `the ${name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()}`;

const singular = (many: string): string => many.replace(/^the /, '').replace(/s$/, '');
