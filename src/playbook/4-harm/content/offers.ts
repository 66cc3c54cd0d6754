import type { ByLanguage } from './by-language.ts';

/** Advantages that are held out for buying. */
export const OFFERS: ByLanguage = {
  en: /\b\d{1,3} ?% (?:off|discount|cheaper|cash ?back)|\b(?:save|saving) (?:up to )?(?:\d{1,3} ?%|[€$£] ?\d+)|\b(?:[€$£] ?\d+|\d+ ?€) off\b|\b(?:discount(?:s|ed)?|coupons?|promo(?:tion)?s? ?codes?|promotions?|vouchers?)\b|\b(?:special|exclusive|limited|best|our|this|new|great|introductory|welcome|time) (?:time )?(?:offers?|deals?)\b(?! (?:help|support|advice))|\bdeals? (?:of|on|ends?|for you)\b|\boffers? (?:ends?|expires?|valid|inside)\b|\b(?:spring|summer|autumn|winter|flash|clearance|mid-season|final|big|huge|holiday|black friday|cyber monday|warehouse|members?|private) sale\b|\bsale (?:ends?|starts?|is on|now on|on now|prices?|items?)\b|\bon sale\b|\bbuy one,? get one\b|\bhalf price\b|\bfree (?:trial|gift|shipping|delivery|upgrade)\b|\bcash ?back\b|\bbonus (?:points|gift)\b/gi,
  de: /\d{1,3} ?% (?:rabatt|reduziert|günstiger|auf alles|sparen|nachlass)|\b(?:spare[n]?|sparen sie) (?:bis zu )?(?:\d{1,3} ?%|\d+ ?€)|\b(?:rabatte?|rabattcode|gutscheine?|gutscheincode|sonderangebote?|aktionspreise?|sonderpreise?|schnäppchen|schlussverkauf|sale|aktionscode)\b|\b(?:unser|exklusive[sn]?|besondere[sn]?|tolle[sn]?|neue[sn]?|beste[sn]?|dieses|limitierte[sn]?) angebote?\b|\b(?:gratis|kostenloser?|versandkostenfreier?) (?:versand|lieferung|probemonat|geschenk|testphase)\b/gi,
  fr: /\d{1,3} ?% (?:de (?:remise|réduction|rabais)|sur)|\b(?:remises?|réductions?|code promo|promos?|promotions?|soldes|bons? d['’]achat|bons? plans?|vente privée)\b|\b(?:offres? (?:spéciales?|exclusives?|limitées?|de bienvenue)|nos offres|cette offre)\b|\b(?:livraison (?:gratuite|offerte)|essai gratuit|cadeau offert)\b|\béconomisez \d+/gi,
  es: /\d{1,3} ?% (?:de )?(?:descuento|dto)|\b(?:descuentos?|rebajas|rebajad[oa]s?|cup[oó]n(?:es)?|promociones|promoción|código promocional|ofertas? (?:especial|exclusiva|limitada|de bienvenida)(?:es|s)?|nuestras ofertas|esta oferta|ofertas)\b|\benvío gratis\b|\bprueba gratis\b|\bahorra (?:hasta )?(?:un )?\d+/gi,
};

/** Text that speaks of offers without making one: warnings of fraud, recalls, relief. */
export const NO_OFFER: ByLanguage = {
  en: /\b(?:scams?|fraud\w*|fake|phishing|criminals?|never ask|beware|recall\w*|refund\w*|remed(?:y|ies)|replacement|arrears|overdue|hardship|payment plan|debts?|settlement|social tariff|council tax|benefits?|concession\w*|eligib\w* for help)\b/i,
  de: /\b(?:betrug\w*|betrüger\w*|gefälscht\w*|phishing|rückruf\w*|erstatt\w*|ersatz|rückstand|mahnung|härtefall|ratenplan|schulden\w*|sozialtarif)\b/i,
  fr: /(?:arnaque|fraude|faux |hameçonnage|rappel de produit|rembours|impayé|surendettement|dettes?|difficultés? de paiement|tarif social)/i,
  es: /(?:estafa|fraude|fals[oa]s?\b|phishing|retirada|reembols|impago|deudas?|dificultad(?:es)? de pago|bono social)/i,
};
