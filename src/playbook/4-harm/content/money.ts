import type { ByLanguage } from './by-language.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,'’ \u00A0]\d{3}){0,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`;
const VALUE = String.raw`(?:${NUMBER}|\{\{[^{}]{1,80}\}\})`;

/** An amount of money, as "€49", "49,90 EUR", "$1,200.00", "£{{ amount }}". */
export const MONEY = new RegExp(
  String.raw`(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF|US\$))[ \u00A0]?${VALUE}|(?<![\d.,])${VALUE}[ \u00A0]?(?:€|£|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|francs?)\b)`,
  'gi',
);

/** Money that is owed, was paid or comes back: an amount, but no price. */
export const OWED: ByLanguage = {
  en: /\b(?:due|owed?|owing|outstanding|overdue|arrears|balance|invoices?|bills?(?! (?:insurance|cover|protection|shield))|billed|statement|paid|payments?(?! plans?\b)|payment plans? (?:of|at)|repay\w*|refund\w*|reimburse\w*|credited|charged|debts?|fine|instal?lments?|receipts?|sub-?total|total|amount|deposit|late fees?|compensat\w*|benefits?|grants?|donat\w*|claim|tax|premium of|direct debit|loan|rent|pay (?:rises?|agreement|scale)|wages|salar(?:y|ies)|strike pay|zakat|(?:is|are|remains?|still) (?:open|unpaid)|social tariff)\b/i,
  de: /\b(?:fällig\w*|offene[nrs]?|ausstehend\w*|rückstand|rückstände|rechnung\w*|mahn\w*|erstatt\w*|rückzahl\w*|guthaben|raten?|zahlung\w*|bezahlt|schulden?|betrag|gesamt\w*|summe|entschädigung|spende\w*|miete|lastschrift|gutgeschrieben|sozialtarif|\p{L}*pfänd\p{L}*)\b/iu,
  fr: /(?:\bdue?s?\b|\bdû\b|impayé|\bsolde\b|facture|rembours|arriéré|échéance|\bdettes?\b|montant|mensualité|\bpayé|paiement|\btotal\b|indemni|\bdons?\b|loyer|prélèvement|tarif social)/i,
  es: /(?:adeud|pendiente|\bsaldo\b|factura|reembols|devoluci|\bdeudas?\b|importe|\bcuotas?\b|vencid|recibo|\bpagos?\b|pagad|\btotal\b|indemniz|donativo|alquiler|domiciliaci|bono social)/i,
};

/** Words around an amount that make it a price at which something is offered. */
export const PRICED: ByLanguage = {
  en: /\b(?:only|just|from|now|for (?:only|just)|starting at|was|instead of|per (?:month|year|week|person)|a month|\/ ?(?:mo|month|yr|year)|off|save|price|plans? (?:from|at)|today)\b/i,
  de: /\b(?:nur|ab|jetzt|statt|pro (?:monat|jahr|woche|person)|im monat|monatlich|sparen|preis)\b/i,
  fr: /(?:\bseulement\b|à partir de|dès\b|au lieu de|par (?:mois|an|personne)|\/ ?mois|économisez|\bprix\b|\bplus que\b)/i,
  es: /(?:\bsolo\b|\bsólo\b|desde\b|ahora\b|en vez de|al (?:mes|año)|por (?:persona|mes)|\/ ?mes|ahorra|\bprecio\b|\bantes\b)/i,
};

/** A message about something that was already bought, or is owed. */
export const SETTLES: ByLanguage = {
  en: /\b(?:receipt|invoice|your order (?:#|number|has|is|was|confirmation)|order confirmation|amount due|balance due|overdue|arrears|past due|refund\w*|payment (?:received|failed|reminder|plan|was|due|declined)|missed payment|your (?:statement|bill)|thank you for your (?:order|purchase|payment)|recall\w*|direct debit|repayments?)\b/i,
  de: /\b(?:rechnung|quittung|beleg|ihre bestellung|bestellbestätigung|mahnung|zahlungserinnerung|rückstand|fälliger betrag|erstattung|rückruf|zahlung (?:erhalten|fehlgeschlagen)|ratenplan)\b/i,
  fr: /(?:\bfacture\b|\breçu\b|votre commande (?:n|est|a)|confirmation de commande|impayé|arriéré|rappel de (?:paiement|produit)|remboursement|échéance|montant dû)/i,
  es: /(?:\bfactura\b|\brecibo\b|su pedido (?:n|est|ha)|tu pedido (?:n|est|ha)|confirmación de pedido|impago|pago pendiente|reembolso|retirada (?:de|del) producto|importe (?:adeudado|pendiente)|cuotas? vencid)/i,
};

/** Right before an amount: it goes to the reader or to a cause, was lost, or is a limit. */
export const GIVEN_BEFORE: ByLanguage = {
  en: /\b(?:pays?(?: (?:out|you|back))?|paid (?:out|back)|gave|giv(?:e|es|en|ing)(?: (?:you|them|each \w+))?|rais(?:ed|ing)|award(?:ed)?(?: you)?|grants? (?:of|is)|(?:gift|allowance|compensation|benefit|voucher|discount|contribution|bursary|rebate|income|savings|limit|cap|wages?|pension|pay)s? (?:of|is|was|over|below|under)|credit(?:ed)? (?:of|with)|receives?|(?:will |can |may )get(?: (?:back|about|you))*|get back|claim(?: back)?|entitled to|right to|worth|lost|took|stole|taken|ask(?:ed|s)? for|demand(?:ed|s)?|below|under|less than|capped at|rises? by|sav(?:e|es) about|even if it is)(?: (?:up to|about|around|at least|another|the|over|a further|nearly|almost))* ?$/i,
  de: /\b(?:zahlt|zahlen wir|gibt|geben|gab|gaben|gesammelt|kamen|erhalten|bekommen|erhielten|erstatten|\p{L}*(?:betrag|geld|hilfe|zuschuss|beihilfe|pauschale) von|anspruch auf|zustehen|stehen|verloren|gestohlen|verlangen|unter|weniger als|höchstens|einkommen (?:von|unter)|steigt um|spende von)(?: (?:ihnen|den \w+|sie|bis zu|etwa|rund|mindestens|dieses jahr|weitere))* ?$/iu,
  fr: /\b(?:recev(?:ez|rez|oir)|verse(?:r|ra|ront)?|aide de|allocation de|prime de|droit à|bon de|don de|donné|récolté|collecté|perdu|volé|revenus? (?:de|sous|inférieurs? à)|moins de|plafond de|rembours\w*|avez touché)(?: (?:jusqu['’]à|environ|près de|au moins|aussi|un bon de))* ?$/iu,
  es: /\b(?:recib(?:e|es|irá|irás|irán)|paga(?:mos|rá)?|ayuda de|subsidio de|derecho a|beca de|donó|dieron|recaud\w+|perdi\w+|robaron|ingresos (?:de|inferiores a)|menos de|límite de|devolv\w+)(?: (?:hasta|unos|cerca de|al menos))* ?$/iu,
};

/** Right after an amount, for example “300 EUR towards heating”, “£5 feeds a family”. */
export const GIVEN_AFTER: ByLanguage = {
  en: /^(?: (?:a|per|each|every) (?:person|week|month|year|day|mile))?,?(?: each| more| more a month)? (?:towards|grants?\b|thank-you|food voucher|vouchers? (?:from|for) the|of (?:help|aid|support)|back\b|(?:from|out of) the (?:\w+ )?(?:fund|state|scheme)|(?:to|for) (?:our|the) (?:appeal|roof|fund|shelter|food bank)|(?:could |can |will |would |already )?(?:buys?|pays? for|feeds?|provides?|funds?|covers|keeps|helps?)\b|(?:to|for) each (?:carer|child|household|family|person|member)|(?:is|are|was|were) (?:paid|given|yours by law|missing|waived|stolen|lost)|falls away|in (?:savings|benefits|unpaid))/i,
  de: /^(?: (?:im|pro) (?:monat|jahr|woche|person))? (?:zuschuss|zu\b(?! (?:verkaufen|kaufen))|zurück|zusammen|für (?:jedes kind|die heizung|jede familie)|aus dem (?:fonds|topf)|hilf\w*|ernähr\w*|bezahl(?:t|en) (?:einen?|ein)|fehlen|entfallen|sind gestohlen)/iu,
  fr: /^(?: par (?:mois|an|semaine|personne))? (?:d['’]aide|de (?:don|aide)|pour (?:des produits frais|votre chauffage|le chauffage|chaque)|offerts par|nourri\w*|financ\w*|permet\w*|remboursés|versés)/iu,
  es: /^(?: (?:al|por) (?:mes|año|semana|persona))? (?:de (?:ayuda|subsidio|beca)|para (?:la calefacción|cada|alimentos)|aliment\w*|pag(?:a|an) (?:una?|el)|de vuelta|devueltos)/iu,
};

/** Right before an amount, in a message that settles or helps: what is paid on what is owed already, or saved on a bill. */
export const PAID_ON: ByLanguage = {
  en: /\byou (?:\w+ ){0,2}(?:pay|save)(?: (?:back|about|up to|around|[€$£]? ?\d[\d.,]*(?: eur| euros?| ?€)? instead of|no more than))* ?$/i,
  de: /\b(?:zahlen sie|sie zahlen|sparen sie)(?: (?:noch|etwa|bis zu|höchstens|\d[\d.,]* ?(?:€|eur|euro) statt))* ?$/i,
  fr: /(?:vous (?:payez|paierez|économisez)|payerez)(?: (?:encore|environ|au plus|\d[\d.,]* ?(?:€|euros?) au lieu de))* ?$/i,
  es: /(?:pagar[áa]|paga usted|ahorrar[áa])(?: (?:unos|hasta|\d[\d.,]* ?(?:€|euros?) en vez de))* ?$/i,
};

/** Words of a sale, beside which an amount stays a price, whoever is said to get it. */
export const SOLD: ByLanguage = {
  en: /\b(?:buy(?! (?:food|a blanket))|shop(?! with)|orders? (?:now|today|yours|it|your)|purchas\w*|spend\w*|price|for (?:only|just|less than|under)|(?:only|just) [€$£\d]|(?:service|booking|handling|joining|our) fees?|fee is|borrow\w*|loans?|credit(?! (?:of|with|key))|deposit\w*|bets?|bonus|upgrade|switch|premium|plans? from|starting at|starts from|now|was|yours|instead of|today|new customers|open an account|refer)\b/i,
  de: /\b(?:kauf\w*|bestell\w*|preis\w*|nur \d|gebühr\w*|kredit\w*|darlehen|leih\w*|wette\w*|bonus|upgrade|wechsel\w*|einkaufswert|statt|jetzt für|neukund\w*)\b/i,
  fr: /(?:achet|achat|command(?:ez|er)|\bprix\b|seulement|\bfrais de\b|crédit|\bprêt\b|emprunt|\bpari|bonus|au lieu de|nouveaux clients)/i,
  es: /(?:\bcompr|pedido|\bprecio\b|\bsolo\b|\bsólo\b|comisi[oó]n|préstamo|crédito|apuest|\bbono de bienvenida|en vez de|nuevos clientes)/i,
};

/** `£0.00` is no price. */
export const isNothing = (amount: string): boolean => /\d/.test(amount) && !/[1-9{]/.test(amount);
