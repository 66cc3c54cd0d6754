import type { ByLanguage } from './by-language.ts';

/**
 * Credit and gambling that are held out to the reader. They sell without a price or a shop: the price comes later, and
 * those who can least pay it take them.
 */
export const RISKY_OFFERS: ByLanguage = {
  en: /\bborrow (?:up to )?[€$£]? ?\d|\b(?:get|apply for|take out|claim|request|grab|try|switch to|move to|ask for|treat yourself to) (?:[\w-]+ ){0,3}(?:loans?|credit cards?|cash advances?|overdrafts?|credit lines?)\b|\b(?:pre-?approved|instant (?:cash|loans?|credit|decision))\b|\bcash (?:in|into) your (?:account|hand)|\b(?:raise|increase|extend) your (?:overdraft|credit limit|limit)\b|\bbuy now,? pay later\b|\b(?:\d+ )?free spins?\b|\b(?:free|bonus) bets?\b|\b(?:deposit|welcome) bonus\b|\bdeposit [€$£] ?\d|\bwe (?:double|match) (?:it|your (?:deposit|stake))\b|\b(?:place|make) (?:a|your) (?:first )?bet\b/gi,
  de: /\b(?:sofort|raten|mini|klein|umschuldungs)kredite?\b|\bkredite? (?:sichern|beantragen|holen|anfordern)\b|\b(?:leihen sie|leih dir) (?:sich )?(?:bis zu )?\d|\b(?:freispiele|freiwetten?|einzahlungsbonus|willkommensbonus)\b|\bjetzt (?:spielen|wetten)\b|\bjetzt kaufen,? später (?:be)?zahlen\b/gi,
  fr: /\b(?:demandez|obtenez|profitez d['’]un|notre|votre) (?:[\p{L}-]+ ){0,2}(?:crédit (?:renouvelable|conso\w*|immédiat)|prêt (?:personnel|immédiat))|\bempruntez (?:jusqu['’]à )?\d|\b(?:tours gratuits|paris? (?:gratuits?|offerts?)|bonus de (?:dépôt|bienvenue))|\bachetez maintenant,? payez plus tard/giu,
  es: /\b(?:pid[ae]|solicit[ae]|consig[au]e?) (?:[\p{L}-]+ ){0,3}(?:préstamos?|créditos?|microcréditos?|tarjetas? de crédito)\b|\b(?:tiradas gratis|apuestas? gratis|bono de (?:bienvenida|depósito))\b|\bcompr[ae] ahora,? pag[au]e? después/giu,
};

/** Sentences that warn of it or leave it, and loans of the state for people in need. */
export const NO_RISKY_OFFER: ByLanguage = {
  en: /\b(?:not|never|none|nobody|don['’]t|doesn['’]t|avoid|before you|instead of|rather than|beware|warn\w*|wary|think twice|scams?|fraud\w*|fake|criminals?|if (?:a|someone|anyone)|budgeting (?:loan|advance)|hardship loan|student loans?|social fund)\b/i,
  de: /\b(?:kein\w*|nicht|nie|niemals|statt|warn\w*|vorsicht|bevor|betrüger\w*|finger weg)\b/i,
  fr: /(?:\bne\b|\bn['’]|\bpas\b|jamais|évit|avant de|méfi|arnaque|au lieu)/i,
  es: /(?:\bno\b|\bnunca\b|\bevit|antes de|cuidado|estafa|en vez de)/i,
};
