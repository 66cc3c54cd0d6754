import { amountsIn, MONEY } from './amounts.ts';

/** A former or reference price as a text says it. */
export interface PriorPrice {
  readonly start: number;
  readonly end: number;
}

/** Words that make the price behind them a former or a recommended one, in English, German, French and Spanish. */
const BEFORE =
  '(?:was|were|formerly|previously|originally|original price|reg(?:ular(?:ly)?|\\.)?(?: price)?|normal(?:ly)?(?: price)?|usual(?:ly)?(?: price)?|old price|list price|rrp|msrp|srp|instead of|(?:reduced|down|marked down|cut) from|compare(?:d)? (?:at|to)|' +
  'statt|anstatt|vorher|früher(?:er preis)?|bisher(?:iger preis)?|zuvor|uvp|ursprünglich(?:er preis)?|alter preis|normalpreis|streichpreis|' +
  "au lieu de|avant|ancien prix|prix (?:d'origine|conseillé|barré|de référence|initial)|" +
  'antes|en (?:vez|lugar) de|precio (?:anterior|original|recomendado)|pvpr?)';
const GLUE = "[ :*('-]{1,4}(?:von |de |at |only |nur |of )?";

const NAMED = new RegExp(`(?<![\\p{L}\\p{N}])${BEFORE}${GLUE}${MONEY}`, 'giu');
/** Two prices side by side, or joined by "now": a struck-out price loses its line when a message is read as text. */
const PAIR = new RegExp(
  `(?<![\\p{L}\\p{N}])(${MONEY}) ?(?:(?:now|just|only|jetzt|nur|maintenant|ahora|ya|->|>|»|/) ?(?:only |just |nur |at |for |à )?)?(${MONEY})`,
  'giu',
);

/** The former prices that a normalised text states. */
export function priorPricesIn(text: string): PriorPrice[] {
  const found: PriorPrice[] = [...text.matchAll(NAMED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const match of text.matchAll(PAIR)) {
    const [former, current] = [amountsIn(match[1]!)[0], amountsIn(match[2]!)[0]];
    const end = match.index + match[1]!.length;
    const isKnown = found.some((other) => other.start < end && match.index < other.end);
    if (!isKnown && former !== undefined && current !== undefined && former.value > current.value)
      found.push({ start: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}
