import { letterStatistics } from './letter-statistics.ts';

const detect = (text: string) => letterStatistics().detect(text);

/** Below so many letters the statistics of letters tell little, and words have to. */
const FEW_LETTERS = 20;
/** A block speaks another language than its message only when it has so many letters and the difference is so clear. */
const OWN_LANGUAGE_LETTERS = 25;
const OWN_LANGUAGE_LEAD = 1.25;
/** What the message declares, or the whole is in, is believed while it scores this share of the best. */
const NEARLY = 0.9;
const LONGEST_SAMPLE = 6000;
/** So many different common words, and so many times more than of any other language, leave no doubt. */
const CLEAR_WORDS = 4;
const CLEAR_LEAD = 3;

/** Placeholder text is in no language; it says nothing about the message around it. */
const PLACEHOLDER = new Set(
  (
    'lorem ipsum dolor sit amet consectetur consectetuer adipiscing adipisicing elit sed eiusmod tempor incididunt labore ' +
    'dolore magna aliqua enim minim veniam quis nostrud exercitation ullamco laboris nisi aliquip commodo consequat duis ' +
    'aute irure reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat proident ' +
    'sunt culpa officia deserunt mollit anim laborum vestibulum vivamus pellentesque mauris morbi nunc suspendisse ' +
    'phasellus curabitur aenean sollicitudin praesent maecenas donec fusce quisque vitae ut et'
  ).split(' '),
);

/** Words that stand in most short texts of a language and in few of another. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the and you your yours for with is are was our now off only left this that last left today here get shop buy sale free from of hurry soon ends order new time just don’t don't out my we be will to in stock more see up down",
    de: 'der die das und sie ihr ihre ihren für mit ist sind war unser unsere jetzt nur noch heute hier kaufen auf von zu ein eine einen nicht kein neu mehr ich wir bis im am zum zur bei aus den dem verfügbar endet',
    fr: 'le la les des du et vous votre vos pour avec est sont était notre nos plus que ici sur un une de à au aux ne pas maintenant aujourd’hui acheter dans ce cette seulement dernier dernière jours offre',
    es: 'el los las y usted tu tus su sus para con es son fue nuestro nuestra ahora solo sólo quedan hoy aquí comprar de del un una no más en por que este esta últimas última oferta hasta',
    it: 'il lo gli di della delle e tuo tua tuoi per con è sono nostro ora solo oggi qui acquista un una non più in che questo ultimi fino',
    nl: 'de het een en u uw jouw je voor met is zijn onze nu alleen nog vandaag hier koop van niet geen meer in op bij tot laatste',
    pt: 'o os as e você seu sua para com é são nosso agora só hoje aqui comprar de do da um uma não mais em por que este últimas até',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

const NOT_WORDS =
  /\{\{[^{}]{0,300}\}\}|\{%[^%]{0,300}%\}|\*\|[^|]{0,120}\|\*|%%[^%]{0,80}%%|https?:\/\/\S{1,2000}|\S{1,64}@\S{1,255}|[\d_#|<>{}[\]()*=+~^/\\]+/g;

/** The words of a text, without merge tags, addresses, figures and placeholder text. */
function sample(text: string): string {
  const words = text.slice(0, LONGEST_SAMPLE).replace(NOT_WORDS, ' ').split(/\s+/);
  const bare = words.map((word) => word.replace(/[^\p{L}]/gu, '').toLowerCase());
  const isPlaceholder = bare.filter((word) => word.length > 2 && PLACEHOLDER.has(word)).length >= 3;
  const kept = isPlaceholder ? words.filter((_, index) => !PLACEHOLDER.has(bare[index]!)) : words;
  return kept.join(' ');
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** The primary subtag of a declared language, as `de` of `de-AT`; `null` where it is no language. */
export const primaryLanguage = (declared: string | null): string | null =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(declared?.trim() ?? '')?.[1]?.toLowerCase() ?? null;

/**
 * The language (ISO 639-1) of a whole text, with what it declares of itself where the text leaves room for it; `null`
 * where nobody can tell.
 */
export function languageOfText(text: string, declared: string | null = null): string | null {
  const words = sample(text);
  const letters = lettersOf(words);
  const own = primaryLanguage(declared);
  if (letters < 2) return own;
  const clear = clearByWords(words);
  if (clear !== null) return clear;
  const result = detect(words);
  const scores = result.getScores();
  const best = scores[result.language] ?? 0;
  if (own !== null && (letters < FEW_LETTERS || (scores[own] ?? 0) >= best * NEARLY)) return own;
  if (letters >= FEW_LETTERS && result.isReliable()) return result.language;
  const byWords = languageByWords(words, scores);
  if (byWords !== null) return byWords;
  if (result.isReliable() && letters >= 8 && /\p{L}\P{L}+\p{L}/u.test(words.trim())) return result.language;
  return own;
}

/** The language of one block of a message whose whole is in `whole`: its own only where that is clear. */
export function languageOfBlock(text: string, whole: string | null): string | null {
  const words = sample(text);
  const letters = lettersOf(words);
  if (letters < OWN_LANGUAGE_LETTERS && whole !== null) return whole;
  if (letters < 2) return whole;
  if (whole === null) return languageOfText(text);
  const clear = clearByWords(words);
  if (clear !== null) return clear;
  const result = detect(words);
  const scores = result.getScores();
  if (!result.isReliable() || result.language === whole) return whole;
  return scores[result.language]! >= (scores[whole] ?? 0) * OWN_LANGUAGE_LEAD ? result.language : whole;
}

interface WordHits {
  readonly language: string;
  readonly count: number;
}

/** How many different common words of each language a text holds, most first; those of none left out. */
function hitsByWords(text: string): WordHits[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []);
  return Object.entries(WORDS)
    .map(([language, common]) => ({ language, count: [...words].filter((word) => common.has(word)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** The language that common words leave no doubt about, so that the letter statistics need not be loaded. */
function clearByWords(text: string): string | null {
  const [first, second] = hitsByWords(text);
  if (first === undefined || first.count < CLEAR_WORDS) return null;
  return first.count >= (second?.count ?? 0) * CLEAR_LEAD ? first.language : null;
}

/** The language whose common words occur alone, or most; ties go to the better letter statistics. */
function languageByWords(text: string, scores: Readonly<Record<string, number>>): string | null {
  const score = ({ language }: WordHits): number => scores[language] ?? 0;
  const hits = hitsByWords(text).sort((a, b) => b.count - a.count || score(b) - score(a));
  const [first, second] = hits;
  if (first === undefined) return null;
  const isAlone = second === undefined || second.count < first.count;
  return isAlone || score(first) > score(second) ? first.language : null;
}
