import type { ByLanguage } from './by-language.ts';

/**
 * A message about help that people have a right to, or that costs nothing: what it calls an offer, a discount or a voucher
 * is none of a shop. It excuses only words that are weak by themselves, never a percentage off, a coupon or a call to buy.
 */
export const RELIEF: ByLanguage = {
  en: /\b(?:hardship|(?:social|water) tariff|food banks?|welfare (?:team|fund|office)|(?:debt|money) advi[sc]\w+|legal aid|(?:low|your) income|entitled to|qualify (?:for|if)|(?:the|by) law|not a loan|(?:no|without|stopped the) interest|the (?:state|fund|insurer|scheme) pays|(?:pay|paid) (?:it )?back|prescriptions?|exemption|recall\w*|grants?|council tax|(?:winter|relief|school) fund|pension credit|universal credit|income support|housing benefit|for your loss|burial fees|prepayment|(?:lower|smaller|reduced) (?:instal+ments?|payments?)|free school meals?|lunch in the holidays|on benefits|receive benefits|offer of help|reduced (?:interest )?rate|payment (?:break|holiday)|breathing space|free travel|bus pass|disabled person['’]s|concession\w*|bereavement support)\b/i,
  de: /\b(?:härtefall\w*|sozialtarif|tafel|schuldnerberatung|wohngeld|bürgergeld|kindergeld|pflegegrad|grundsicherung|anspruch|zuschuss|ohne zinsen|zinsfrei|rückruf|rezept|befreiung|ratenplan|stehen ihnen)\b/i,
  fr: /(?:tarif social|surendettement|banque alimentaire|distribution|allocation|aide (?:sociale|alimentaire)|sans (?:intérêts?|frais)|avez droit|rappel de produit|ordonnance|conseiller|échelonnement|rien à payer)/i,
  es: /(?:bono social|banco de alimentos|subsidio|ayuda (?:social|para)|sin intereses|derecho a|retirada|receta|deudas|plan de pagos)/i,
};

/** A message that warns of fraud quotes its words. */
export const WARNS: ByLanguage = {
  en: /\b(?:scams?|fraud\w*|fake|phishing|criminals?|impost\w+|not (?:ours|from us))\b/i,
  de: /\b(?:betrug\w*|betrüger\w*|gefälscht\w*|phishing|nicht von uns)\b/i,
  fr: /(?:arnaque|fraud|faux |hameçonnage|pas de nous)/i,
  es: /(?:estafa|fraude|fals[oa]s?\b|phishing|no son nuestros)/i,
};

/** Whether a place in a text stands between quotation marks. */
export function isQuoted(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('„') > before.lastIndexOf('“') ||
    before.lastIndexOf('«') > before.lastIndexOf('»') ||
    before.split('"').length % 2 === 0
  );
}

/** Care and checks to which people are invited, and what costs nothing: a place there is no purchase. */
export const CARE: ByLanguage = {
  en: /\b(?:at no (?:cost|charge)|costs? (?:you )?nothing|(?:workshop|course|class|event|evening|session|visit|check|test|advice|meeting|group|it|this|entry|everything) is free|free,? (?:and )?(?:anonymous|confidential|safety check|check|screening|test|vaccin\w*)|screening|vaccin\w+|check-?ups?|(?:foot|eye|blood pressure|health) checks?|smear|mammograms?|midwi\w+)\b/i,
  de: /\b(?:kostenlos\w*|kostet (?:sie )?nichts|impf\w*|vorsorge\w*|früherkennung|hebamme\w*)\b/i,
  fr: /(?:gratuit|sans frais|vaccin|dépistage|sage-femme)/i,
  es: /(?:gratuit|sin coste|vacun|cribado|matrona|revisión)/i,
};
