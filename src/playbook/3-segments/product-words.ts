import type { UseCard } from '../../check/facts/card.ts';
import type { ContentFact } from '../../check/facts/content.ts';
import type { Message } from '../../check/facts/message.ts';

/** Products that hurt people in financial distress or with an addiction, in English, German, French and Spanish. */
const RISKY_PRODUCTS = {
  credit:
    /\b(?:(?:personal|payday|cash|instant|quick|consolidation|title|home|car|student|short-term) loans?|loans?|credit (?:cards?|lines?|limits?|increase|offers?)|overdrafts?|cash advances?|mortgages?|remortgag\w*|instant credit|kredit(?:e|karte|rahmen)?|sofortkredit\w*|ratenkredit\w*|darlehen|dispo\w*|prêts?|crédits? (?:conso\w*|à la consommation|renouvelable|immédiat)|microcrédits?|préstamos?|hipotecas?|microcréditos?|tarjetas? de crédito)\b/iu,
  'pay later':
    /\b(?:bnpl|buy now,? pay later|pay later|pay in (?:3|4|three|four|instal+ments)|instal+ment plans?|klarna|afterpay|clearpay|ratenzahlung|später bezahlen|paie(?:ment|r) en (?:3|4|plusieurs) fois|payez plus tard|pago (?:aplazado|a plazos)|compra ahora,? paga después)\b/iu,
  gambling:
    /\b(?:casinos?|free spins?|slots?|bets?|betting|bookmakers?|sportsbook|jackpots?|poker|bingo|lotter(?:y|ies)|scratch ?cards?|wager\w*|gambl\w+|wetten?|sportwett\w*|glücksspiel\w*|freispiele?|spielautomat\w*|paris sportifs?|jeux d['’]argent|tours gratuits|apuestas?|tragaperras|tiradas gratis|loterías?)\b/iu,
  'high-risk investment':
    /\b(?:crypto(?:currenc\w+)?|bitcoin|forex|cfds?|binary options?|leverag\w+ trading|day trading|get rich|kryptow\w*|options binaires|criptomonedas?)\b/iu,
  alcohol:
    /\b(?:wine|whisk(?:e)?y|vodka|gin|beer|cocktails?|liquor|wein|schnaps|bier|vins?|bières?|vinos?|cervezas?|licores)\b/iu,
} as const;

export type RiskyProduct = keyof typeof RISKY_PRODUCTS;

/** Domains in which choosing people by age, sex, family or place is discrimination: FHA, ECOA, Title VII, platform rules. */
const HEC_DOMAINS = {
  housing:
    /\b(?:housing(?! (?:benefits?|allowances?|support|advice|costs?|teams?|officers?|charit\w+))|apartments?|flats? (?:to|for) (?:rent|let)|homes? for (?:rent|sale)|tenan(?:ts?|cy)|rental listings?|room to rent|landlords?|mietwohnung\w*|wohnungsangebot\w*|mieter\w*|logements?|appartements? à louer|viviendas?|pisos? en alquiler|real estate listings?|property listings?|immobilien\w*)\b/iu,
  employment:
    /\b(?:job (?:ads?|offers?|openings?|vacanc\w+|listings?|applicants?|campaigns?)|vacanc(?:y|ies)|we(?:['’]re| are) hiring|hiring|recruit\w*|apply for (?:this|the) (?:job|role|position)|career opportunit\w+|stellenangebot\w*|stellenanzeig\w*|bewerb\w*|offres? d['’]emploi|recrut\w*|ofertas? de empleo)\b/iu,
  credit:
    /\b(?:(?:personal|payday|home|car|student|instant)? ?loans?|lending|mortgages?|credit (?:cards?|lines?|limits?|offers?|applications?)|overdrafts?|pay later|bnpl|instal+ment plans?|kredit(?:e|karte|angebot|rahmen)?|darlehen|ratenkredit\w*|ratenzahlung|prêts?|crédit (?:conso\w*|à la consommation|immobilier)|préstamos?|hipotecas?)\b/iu,
  insurance:
    /\b(?:(?:life|health|car|home|travel|pet|motor)? ?insurance|insurers?|underwrit\w+|policyholders?|versicherung\w*|lebensversicherung|assurances?|seguros? de (?:vida|salud|coche|hogar))\b/iu,
} as const;

export type HecDomain = keyof typeof HEC_DOMAINS;

export interface SeenProduct<T> {
  readonly product: T;
  readonly word: string;
}

export const riskyProductsIn = (text: string): ReadonlyArray<SeenProduct<RiskyProduct>> =>
  seen(RISKY_PRODUCTS, text);
export const hecDomainsIn = (text: string): ReadonlyArray<SeenProduct<HecDomain>> => seen(HEC_DOMAINS, text);

function seen<T extends string>(patterns: Readonly<Record<T, RegExp>>, text: string): Array<SeenProduct<T>> {
  return (Object.keys(patterns) as T[]).flatMap((product) => {
    const match = patterns[product].exec(text);
    return match === null ? [] : [{ product, word: match[0].trim() }];
  });
}

/** What a card says the use is about; what it says people would lack without it is left out. */
export const cardText = (card: UseCard): string =>
  [
    card.use.replaceAll('-', ' '),
    card.purpose?.replaceAll(/[._]/g, ' '),
    card.goal,
    card.benefit,
    card.terms?.price,
    ...(card.themes ?? []),
    ...(card.scores ?? []).flatMap(({ name, objective }) => [name.replaceAll(/[-_]/g, ' '), objective]),
    ...(card.rules ?? []).flatMap(({ name, reason }) => [name.replaceAll(/[-_]/g, ' '), reason]),
  ]
    .filter((text) => text !== undefined)
    .join('\n');

/** What a message is about: its subject, headings, buttons and offers, not every word of its body. */
export const headlineText = (messages: readonly Message[], content: ContentFact): string =>
  [
    ...messages.flatMap(({ blocks }) =>
      blocks
        .filter(({ role }) => role !== 'body' && role !== 'footer' && role !== 'decline')
        .map(({ text }) => text),
    ),
    ...content.offers.map(({ quote }) => quote),
    ...content.calls.map(({ quote }) => quote),
  ].join('\n');

/** Every word that people read, but for the footer. */
export const bodyText = (messages: readonly Message[]): string =>
  messages
    .flatMap(({ blocks }) => blocks.filter(({ role }) => role !== 'footer').map(({ text }) => text))
    .join('\n');
