/** A number or an amount of money as a text says it. */
export interface Amount {
  readonly value: number;
  /** ISO code where a currency is named, else `null`. */
  readonly currency: string | null;
  /** Decimals that are written, so that 4.6 is not held against 4.57. */
  readonly decimals: number;
  readonly start: number;
  readonly end: number;
}

/** Digits as any of our languages group them: 1,234.50 and 1.234,50 and 1 234,50 and 1'234.50 and 89,-. */
export const NUMBER =
  "(?:\\d{1,3}(?:[.,' ]\\d{3}){1,4}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?(?:,-)?)";
const CURRENCY = '(?:€|\\$|£|(?:eur|euros?|usd|gbp|chf|dollars?|pounds?|d[oó]lares|livres)\\b)';
/** An amount of money with its currency before or behind it. */
export const MONEY = `(?:${CURRENCY} ?${NUMBER}|${NUMBER} ?${CURRENCY})`;

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'one two three four five six seven eight nine ten eleven twelve',
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    'un deux trois quatre cinq six sept huit neuf dix onze douze',
    'uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  ].flatMap((line) => line.split(' ').map((word, index) => [word, index + 1])),
);
/** `un`, `ein` and `one` are articles more often than numbers, so they count only where a number is looked for. */
export const NUMBER_WORD = `(?:${Object.keys(WORDS).join('|')}|eine[nrs]?|une|una)`;
const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  mille: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  millones: 1e6,
};

const AMOUNT = new RegExp(
  `(?<!\\p{L})(${CURRENCY})? ?(${NUMBER})(?: ?(k|tsd|mille|thousand|mio|millions?|millionen|millones)\\b)?(?: ?(${CURRENCY}))?`,
  'giu',
);

/** The amounts in a normalised text, in order. */
export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const digits = match[2]!;
    const parsed = parseNumber(digits);
    const start = match.index + (match[0].length - match[0].trimStart().length);
    amounts.push({
      value: parsed.value * (SCALE[(match[3] ?? '').toLowerCase()] ?? 1),
      decimals: parsed.decimals,
      currency: currencyOf(match[1] ?? match[4]),
      start,
      end: match.index + match[0].trimEnd().length,
    });
  }
  return amounts;
}

/** The number that a word or digits stand for, or `null`. */
export function numberOf(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(WORDS, word)) return WORDS[word]!;
  if (/^(?:eine[nrs]?|une|una)$/.test(word)) return 1;
  return amountsIn(word)[0]?.value ?? null;
}

/** The last mark parts decimals when one or two digits follow it and it stands once; every other mark groups thousands. */
function parseNumber(digits: string): { value: number; decimals: number } {
  const plain = digits.replace(/,-$/, '');
  const decimals = /[.,](\d{1,2})$/.exec(plain);
  const whole = (decimals === null ? plain : plain.slice(0, decimals.index)).replace(/[.,' ]/g, '');
  const fraction = decimals?.[1] ?? '';
  return { value: Number(`${whole}.${fraction || '0'}`), decimals: fraction.length };
}

function currencyOf(written: string | undefined): string | null {
  switch (written?.[0]?.toLowerCase()) {
    case '€':
    case 'e':
      return 'EUR';
    case '$':
    case 'u':
    case 'd':
      return 'USD';
    case '£':
    case 'g':
    case 'p':
    case 'l':
      return 'GBP';
    case 'c':
      return 'CHF';
    default:
      return null;
  }
}
