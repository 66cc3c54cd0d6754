import type { ContentFact } from '../../../check/facts/content.ts';
import { type ByLanguage, says } from './by-language.ts';

export type CallKind = ContentFact['calls'][number]['does'];

/** What pressing something does, by its first words; the first row that fits counts. */
const PRESSED: ReadonlyArray<readonly [CallKind, ByLanguage]> = [
  [
    'unsubscribe',
    {
      en: /\bunsubscribe\b|\bopt[- ]?out\b|\bemail preferences\b/i,
      de: /\b(?:abmelden|abbestellen|austragen)\b/i,
      fr: /désabonner|désinscri/i,
      es: /darse de baja|cancelar (?:la |tu |su )?suscripción/i,
    },
  ],
  [
    // Blood, food and time are given, and nobody's money is asked for.
    'sign-up',
    {
      en: /\b(?:donate|give) (?:blood|plasma|platelets|stem cells|organs|bone marrow|food|clothes|time|toys)\b|\bblood donation\b/i,
      de: /\b(?:blut|plasma|stammzellen|organe?|kleider|lebensmittel) ?spende/i,
      fr: /\b(?:donner|don) (?:son |votre |de |du )?(?:sang|plasma|moelle|vêtements)/i,
      es: /\b(?:donar|dona|donación de) (?:sangre|plasma|médula|ropa|alimentos)/i,
    },
  ],
  [
    // What people have a right to is applied for, and not bought.
    'sign-up',
    {
      en: /^(?:please )?(?:claim|renew|extend|apply for|get|order|request|reactivate)\b(?! (?:your|my|the|our)? ?(?:deal|offer|discount|prize|reward|bonus|gift card)).*\b(?:benefits?|allowances?|grants?|refunds?|rebates?|compensation|entitlements?|exemption|certificate|badge|permit|pension(?: credit)?|universal credit|tax credits?|support payment|council tax|disability|bus pass|travel pass|passport|visa|residence|asylum|application|prescription|self-exclusion|the cap\b|(?:social|water|support) tariff|relief|hardship fund|money back|expenses|travel costs|free (?:\w+ )?(?:test|kit|leaflet|booklet|form|replacement|smoke alarm|meals?|lunch))\b/i,
      de: /\b(?:antrag|wohngeld|kindergeld|bürgergeld|zuschuss|erstattung|befreiung|ausweis|pass|sozialtarif|pflegegeld|pflegegrad)\b.*\b(?:stellen|beantragen|anfordern|verlängern|erneuern)|^(?:erstattung|zuschuss|antrag|wohngeld)/i,
      fr: /\b(?:demander|renouveler|faire) .*\b(?:aide|allocation|remboursement|prestation|carte|titre de séjour|demande|droits?|tarif social)/i,
      es: /\b(?:solicitar|renovar|pedir) .*\b(?:ayuda|prestación|subsidio|reembolso|permiso|tarjeta sanitaria|beca|bono social|pensión)/i,
    },
  ],
  [
    // Alerts and newsletters cost attention, and no money.
    'sign-up',
    {
      en: /^(?:yes,? )?subscribe to (?:[\w’'-]+ ){0,4}(?:alerts?|newsletters?|updates?|reminders?|news|mailing list|warnings?)\b/i,
      de: /^(?:newsletter|warnungen|erinnerungen) abonnieren/i,
      fr: /^s['’]abonner (?:aux alertes|à la lettre)/i,
      es: /^suscrib\S* (?:a )?(?:las alertas|al boletín)/i,
    },
  ],
  [
    // Spreading what is owed over time is help with it.
    'help',
    {
      en: /\b(?:(?:re)?payment plan|pay in instal+ments|spread (?:what|the|your|my) )/i,
      de: /\b(?:ratenplan|raten vereinbaren|zahlungsplan)/i,
      fr: /\b(?:plan de paiement|échelonn|étaler)/i,
      es: /\b(?:plan de pagos?|fraccionar)/i,
    },
  ],
  [
    'donate',
    {
      en: /\b(?:donate|donation|give (?:now|today|monthly|zakat|[€$£] ?\d|\d+ (?:€|eur)|in memory)|make a gift)\b/i,
      de: /\bspende/i,
      fr: /\b(?:faire un don|donner|je donne)\b/i,
      es: /\b(?:donar|dona\b|donación|haz un donativo)/i,
    },
  ],
  [
    'pay',
    {
      en: /\b(?:pay (?:now|online|securely|my|your|the|this|bill|invoice|balance|in)\b|^pay$|make a payment|settle (?:the|your|up)|update (?:your |my )?(?:payment|card|billing)|(?:view|see|download) (?:your |the )?(?:invoice|bill|statement)|set up (?:a )?(?:payment|direct debit))/i,
      de: /\b(?:jetzt (?:be)?zahlen|bezahlen|rechnung (?:ansehen|bezahlen|herunterladen)|zahlungsdaten)/i,
      fr: /\b(?:payer|régler|voir (?:la|ma|votre) facture|moyen de paiement)/i,
      es: /\b(?:pagar|ver (?:la|mi|tu|su) factura|método de pago)/i,
    },
  ],
  [
    'renew',
    {
      en: /^(?:renew|extend|reactivate|restart|resume|keep my (?:plan|membership|subscription)|come back|stay with)\b/i,
      de: /^(?:jetzt )?(?:verlängern|erneuern|reaktivieren|mitglied bleiben)/i,
      fr: /^(?:renouveler|prolonger|réactiver|rester)/i,
      es: /^(?:renovar|prolongar|reactivar|seguir)/i,
    },
  ],
  [
    'buy',
    {
      en: /^(?:shop\b|buy\b|order(?! (?:details|status|number|history|summary|confirmation|#|info))\b|purchase (?:now|it|this|yours?)|pre-?order|add to (?:cart|bag|basket)|check ?out\b(?! (?:our|the|this|these|what|how))|book (?:now|a room|your (?:stay|trip|flight|tour|table|place|seat))|claim\b|redeem\b|upgrade\b|grab\b|(?:play|bet|spin)(?: (?:now|today))\b|(?:come back and )play\b|get (?:yours|it (?:now|today)|the (?:deal|offer|discount)|\d+ ?%|my discount|started for)|use (?:this|your|my|the) (?:discount|coupon|code|offer)|(?:see|view|browse|explore|discover) (?:all |the |our |your |today['’]s )?(?:deals?|offers?|sale|collection|range|products?)|start (?:my|your|a|the)? ?(?:free )?trial|save (?:now|\d)|take (?:the|\d+ ?%) ?(?:offer|off)?)/i,
      de: /^(?:jetzt |gleich |hier )?(?:kaufen|bestellen|shoppen|einkaufen|buchen|zugreifen|sparen|(?:rabatt |angebot |gutschein )?(?:sichern|einlösen)|upgraden)\b|^(?:zum (?:shop|angebot|sale)|in den warenkorb|(?:angebote?|kollektion) (?:ansehen|entdecken))/i,
      fr: /^(?:acheter|j['’]achète|commander|je commande|ajouter au panier|réserver|profiter|j['’]en profite|j['’]achète|(?:voir|découvrir) (?:l['’]offre|les offres|la collection|nos offres)|je profite)/i,
      es: /^(?:comprar|compra(?: ya| ahora)?\b|pedir|pide\b|añadir al carrito|reservar|aprovechar?|ver (?:la )?(?:oferta|ofertas|colección)|conseguir|quiero (?:mi|el) (?:descuento|oferta))/i,
    },
  ],
  [
    'subscribe',
    {
      en: /^(?:yes,? )?subscribe|^start (?:my |your )?(?:subscription|membership)|^get (?:the )?newsletter/i,
      de: /^(?:jetzt )?(?:newsletter )?abonnieren|^abo (?:starten|abschließen)/i,
      fr: /^(?:je )?m['’]abonne|^s['’]abonner|^je m['’]abonne/i,
      es: /^suscr[ií]b/i,
    },
  ],
  [
    'sign-up',
    {
      en: /^(?:yes,? )?(?:sign (?:me )?up|join|register|create (?:an? |my |your )?account|get started|apply|enrol)/i,
      de: /^(?:jetzt )?(?:anmelden|registrieren|mitmachen|konto (?:erstellen|anlegen)|teilnehmen|beantragen)/i,
      fr: /^(?:s['’]inscrire|je m['’]inscris|créer (?:un|mon) compte|rejoindre|commencer|adhérer)/i,
      es: /^(?:registr|crear (?:una|mi) cuenta|apúntate|unirse|inscrib|empezar)/i,
    },
  ],
  [
    'help',
    {
      en: /\b(?:help|support|contact|call (?:us|me)|talk to|chat with|get advice|speak (?:to|with)|report)\b/i,
      de: /\b(?:hilfe|kontakt|beratung|anrufen|rückruf|melden)/i,
      fr: /\b(?:aide|contact|appele[rz]|parler|conseil)/i,
      es: /\b(?:ayuda|contact|llam[ae]|hablar|asesor)/i,
    },
  ],
  [
    'read',
    {
      en: /\b(?:read|learn|more|view|see|watch|download|details|track|check|open|continue|find out)\b/i,
      de: /\b(?:lesen|mehr|ansehen|erfahren|herunterladen|details|verfolgen|weiter)/i,
      fr: /\b(?:lire|savoir|voir|regarder|télécharger|suivre|découvrir|détails)/i,
      es: /\b(?:leer|más|ver|mirar|descargar|seguir|detalles)/i,
    },
  ],
];

/** Requests to buy in running text, where a message has no buttons. */
export const BUY_IN_TEXT: ByLanguage = {
  en: /\b(?:shop (?:now|today|online|the (?:sale|collection|range)|our)|buy (?:now|today|online|yours|one|it now)|order (?:now|today|yours|by (?:midnight|noon|tonight))|book (?:now|today)|get yours\b|claim (?:your|the) (?:offer|discount|deal|gift|voucher)|upgrade (?:now|today|to (?:premium|pro|plus|gold)))/gi,
  de: /\b(?:jetzt (?:kaufen|bestellen|shoppen|zugreifen|sichern|buchen|sparen)|bestellen sie (?:jetzt|noch heute)|sichern sie sich|kauf jetzt)/gi,
  fr: /\b(?:achetez|commandez (?:maintenant|vite|dès)|profitez[- ]en|profitez de (?:l['’]offre|nos|cette)|réservez (?:maintenant|vite|dès))/gi,
  es: /\b(?:compra (?:ya|ahora|hoy)|compre (?:ya|ahora|hoy)|pide (?:ya|ahora|el tuyo)|aprovecha (?:la|esta|nuestra)|reserva (?:ya|ahora))/gi,
};

/** What pressing a thing with this text does, or `null` where its words do not tell. */
export function callOf(text: string, language: string | null): CallKind | null {
  const said = text.trim().slice(0, 120);
  return PRESSED.find(([, patterns]) => says(patterns, said, language))?.[0] ?? null;
}
