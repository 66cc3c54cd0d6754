/**
 * What pressing something says, by its words. Kept to whole short texts: a sentence that merely holds "no" is no answer.
 */
const DECLINE = [
  // English
  /^no(?:pe)?[.!]?$/,
  /^no[,.!–—-] ?(?:i|thanks?|thank|my|we|let|keep|don['’]?t|please|not|just|it|leave|maybe)\b/,
  /^no (?:thanks?|thank you|i\b|i['’]|don['’]?t|please)/,
  /^(?:not (?:now|today|interested|for me|yet|this time)|maybe (?:later|next time|another time)|some other time|remind me (?:later|tomorrow)|ask (?:me )?(?:again )?later)\b/,
  /^(?:later|decline|reject|refuse|dismiss|skip|deny|disagree|opt out|cancel|close|don['’]?t allow|do not allow)(?: (?:all|this|the|my|offer|for now|step|it|cookies|and continue))*[.!]?$/,
  /^(?:continue without|i decline|i['’]?d rather|i don['’]?t (?:want|need|like|care)|i do not (?:want|need|like|care)|i prefer (?:not|to pay|paying)|i['’]?ll (?:pass|pay full|risk|skip))\b/,
  // German
  /^nein(?:$|[,.! ])/,
  /^(?:(?:alle )?ablehnen|verzichten|überspringen|abbrechen|schließen|später|nur notwendige(?: cookies)?)[.!]?$/,
  /^(?:jetzt nicht|nicht jetzt|heute nicht|vielleicht später|später (?:erinnern|entscheiden)|kein interesse|ich (?:möchte|will|brauche) (?:nicht|kein)|ohne .{1,30} fortfahren)/,
  // French
  /^non(?:$|[,.! ])/,
  /^(?:(?:tout )?refuser|décliner|ignorer|annuler|fermer|passer|plus tard)[.!]?$/,
  /^(?:pas maintenant|peut-être plus tard|une autre fois|continuer sans|je (?:refuse|préfère (?:pas|payer)|ne (?:veux|souhaite)))/,
  // Spanish, Italian, Portuguese, Dutch
  /^(?:rechazar(?: todo)?|omitir|cancelar|cerrar|más tarde|rifiuta|annulla|chiudi|salta|più tardi|não|recusar|mais tarde|pular|weigeren|overslaan|annuleren|sluiten)[.!]?$/,
  /^(?:no,? gracias|ahora no|quizás? (?:más tarde|luego)|en otro momento|continuar sin|no quiero|no,? grazie|non ora|não,? obrigad|agora não|talvez mais tarde|nee[, ]|niet nu|misschien later)/,
];

const ACCEPT = [
  /^(?:yes|yeah|yep|ok|okay|sure|accept|agree|i agree|i accept|allow|enable|turn on|got it|continue|subscribe|sign (?:me )?up|join|count me in|i['’]?m in|opt in|start|activate|confirm|get|claim|buy|order|add|upgrade|try|save|keep|notify me|let['’]?s)\b/,
  /^(?:ja\b|akzeptieren|alle akzeptieren|zustimmen|einverstanden|erlauben|aktivieren|weiter|anmelden|abonnieren|bestätigen|jetzt|kaufen|bestellen|sichern)/,
  /^(?:oui\b|accepter|tout accepter|autoriser|activer|continuer|s['’]inscrire|s['’]abonner|je m['’]|j['’](?:accepte|en profite)|confirmer|acheter|commander|profiter)/,
  /^(?:s[ií]\b|aceptar|acepto|permitir|activar|continuar|suscribirse|suscr[ií]b|confirmar|comprar|pedir|apuntarme|quiero)/,
];

const UNSUBSCRIBE =
  /\b(?:unsubscribe|opt[- ]?out|manage (?:your )?(?:e-?mail )?preferences|update (?:your )?(?:e-?mail )?preferences|e-?mail preferences|abmelden|abbestellen|newsletter abmelden|désabonner|désinscrire|désinscription|darse de baja|date de baja|cancelar (?:la |tu )?suscripción|anular suscripción|disiscriviti|afmelden|uitschrijven|descadastrar|cancelar inscrição)\b/i;

/** Longer texts are sentences, not answers. */
const LONGEST_ANSWER = 120;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/^[\s\p{P}\p{S}]+(?=[\p{L}])/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export const isUnsubscribe = (text: string): boolean => UNSUBSCRIBE.test(text);

/** `accept` or `decline` where the text of something to press says so. English, German, French, Spanish and some kin. */
export function answerOf(text: string): 'accept' | 'decline' | 'other' {
  if (text.length > LONGEST_ANSWER) return 'other';
  const said = plain(text);
  if (said === '' || isUnsubscribe(said)) return 'other';
  // "Continue without", "save nothing" decline, although they begin like an acceptance: so decline is asked first.
  if (DECLINE.some((pattern) => pattern.test(said))) return 'decline';
  return ACCEPT.some((pattern) => pattern.test(said)) ? 'accept' : 'other';
}
