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
  en: /\b(?:due|owed?|owing|outstanding|overdue|arrears|balance|invoices?|bills?|billed|statement|paid|payments?|repay\w*|refund\w*|reimburse\w*|credited|charged|debts?|fine|instal?lments?|receipts?|sub-?total|total|amount|deposit|late fees?|compensat\w*|benefits?|grants?|donat\w*|claim|tax|premium of|direct debit|loan|rent)\b/i,
  de: /\b(?:fällig\w*|offene[nrs]?|ausstehend\w*|rückstand|rückstände|rechnung\w*|mahn\w*|erstatt\w*|rückzahl\w*|guthaben|raten?|zahlung\w*|bezahlt|schulden?|betrag|gesamt\w*|summe|entschädigung|spende\w*|miete|lastschrift|gutgeschrieben)\b/i,
  fr: /(?:\bdue?s?\b|\bdû\b|impayé|\bsolde\b|facture|rembours|arriéré|échéance|\bdettes?\b|montant|mensualité|\bpayé|paiement|\btotal\b|indemni|\bdons?\b|loyer|prélèvement)/i,
  es: /(?:adeud|pendiente|\bsaldo\b|factura|reembols|devoluci|\bdeudas?\b|importe|\bcuotas?\b|vencid|recibo|\bpagos?\b|pagad|\btotal\b|indemniz|donativo|alquiler|domiciliaci)/i,
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
