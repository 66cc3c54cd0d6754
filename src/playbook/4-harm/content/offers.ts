import type { ByLanguage } from './by-language.ts';

/** Advantages that are held out for buying. */
export const OFFERS: ByLanguage = {
  en: /\b\d{1,3} ?% (?:off|discount|cheaper|cash ?back)|\b(?:save|saving) (?:up to )?\d{1,3} ?%|\b(?:[€$£] ?\d+|\d+ ?€) off\b|\b(?:coupons?|promo(?:tion)?s? ?codes?|discount codes?)\b|\b(?:special|exclusive|limited|best|great|introductory|welcome|time) (?:time )?(?:offers?|deals?)\b(?! (?:help|support|advice))|\b(?:our|this|new) deals?\b|\bdeals? (?:of|on|ends?|for you)\b|\boffers? (?:ends?|expires?|valid|inside)\b|\b(?:spring|summer|autumn|winter|flash|clearance|mid-season|final|big|huge|holiday|black friday|cyber monday|warehouse|members?|private) sale\b|\bsale (?:ends?|starts?|is on|now|on now|prices?|items?)\b|\bon sale\b|\bbuy one,? get one\b|\bfree (?:trial|gift|shipping)\b|\bcash ?back\b|\bbonus (?:points|gift)\b/gi,
  de: /\d{1,3} ?% (?:rabatt|reduziert|günstiger|auf alles|sparen|nachlass)|\b(?:spare[n]?|sparen sie) (?:bis zu )?\d{1,3} ?%|\b(?:rabattcode|gutscheincode|sonderangebote?|aktionspreise?|sonderpreise?|schnäppchen|schlussverkauf|sale|aktionscode)\b|\b(?:exklusive[sn]?|besondere[sn]?|tolle[sn]?|beste[sn]?|limitierte[sn]?) angebote?\b|\b(?:gratis|kostenloser?|versandkostenfreier?) (?:versand|probemonat|geschenk|testphase)\b/gi,
  fr: /\d{1,3} ?% (?:de (?:remise|réduction|rabais)|sur)|\b(?:code promo|promos?|promotions?|soldes|bons? plans?|vente privée)\b|\b(?:offres? (?:spéciales?|exclusives?|limitées?|de bienvenue)|nos offres)\b|\b(?:livraison offerte|essai gratuit|cadeau offert)\b/gi,
  es: /\d{1,3} ?% (?:de )?(?:descuento|dto)|\b(?:rebajas|rebajad[oa]s?|promociones|promoción|código promocional|ofertas? (?:especial|exclusiva|limitada|de bienvenida)(?:es|s)?|nuestras ofertas)\b|\bprueba gratis\b/gi,
};

/** Words of offers that help with bills uses as well: they count where the message speaks of no help (`RELIEF`). */
export const WEAK_OFFERS: ByLanguage = {
  en: /\b(?:discount(?:s|ed)?(?! codes?)|promotions?(?! codes?)|vouchers?)\b|\b(?:our|this|new) offers?\b(?! (?:help|support|advice))|\b(?:save|saving) (?:up to )?[€$£] ?\d+|\bhalf price\b|\bfree (?:delivery|upgrade)\b/gi,
  de: /\b(?:rabatte?|gutscheine?)\b|\b(?:unser|neue[sn]?|dieses) angebote?\b|\b(?:spare[n]?|sparen sie) (?:bis zu )?\d+ ?€|\b(?:gratis|kostenloser?|versandkostenfreier?) lieferung\b/gi,
  fr: /\b(?:remises?|réductions?|bons? d['’]achat|cette offre|livraison gratuite)\b|\béconomisez \d+/gi,
  es: /\b(?:descuentos?|cup[oó]n(?:es)?|esta oferta|ofertas)\b|\benvío gratis\b|\bahorra (?:hasta )?(?:un )?\d+/gi,
};

/** Text that speaks of offers without making one: warnings of fraud, recalls, relief. */
export const NO_OFFER: ByLanguage = {
  en: /\b(?:scams?|fraud\w*|fake|phishing|criminals?|never ask|beware|recall\w*|refund\w*|remed(?:y|ies)|replacement|arrears|overdue|hardship|payment plan|debts?|settlement|social tariff|council tax|benefits?|(?:off|towards) your (?:\w+ )?(?:bills?|rent|licence)|warm home|pension credit|universal credit|income support|food bank|not ours|concession\w*|eligib\w* for help)\b/i,
  de: /\b(?:betrug\w*|betrüger\w*|gefälscht\w*|phishing|rückruf\w*|erstatt\w*|ersatz|rückstand|mahnung|härtefall|ratenplan|schulden\w*|sozialtarif)\b/i,
  fr: /(?:arnaque|fraude|faux |hameçonnage|rappel de produit|rembours|impayé|surendettement|dettes?|difficultés? de paiement|tarif social)/i,
  es: /(?:estafa|fraude|fals[oa]s?\b|phishing|retirada|reembols|impago|deudas?|dificultad(?:es)? de pago|bono social)/i,
};
