/** Words that end text messages by themselves (47 CFR 64.1200(a)(10)), and their usual forms in German, French and Spanish. */
const STOP = new Set(
  (
    'stop|stopall|quit|end|revoke|opt out|opt-out|optout|cancel|unsubscribe|' +
    'stopp|abmelden|abbestellen|ende|arret|arrêt|arreter|arrêter|desabonner|désabonner|parar|alto|baja|cancelar'
  ).split('|'),
);

/** Phrases that a reasonable person means as a revocation, whatever stands around them. */
const PHRASES: readonly RegExp[] = [
  /\b(?:do not|don['’]?t|never|please stop|stop) (?:text|message|messag|contact|send|sms)/i,
  /\b(?:remove|delete|take) me\b/i,
  /\b(?:leave me alone|no more (?:texts?|messages?|sms))\b/i,
  /\bopt(?:ing)? me? ?out\b/i,
  /\bkeine (?:nachrichten|sms|werbung)\b/i,
  /\bplus de (?:messages?|sms|pub)/i,
  /\b(?:no|ningún|ningun) (?:más|mas) (?:mensajes?|sms)\b/i,
];

/** Longer texts are letters to a person, and are read by one. */
const LONGEST = 320;

/** `stop` for a revocation; `maybe` where somebody should read it before anything more is sent; `none` else. */
export function readStop(text: string): 'stop' | 'maybe' | 'none' {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.!?,;:"'’“”()]+/gu, ' ')
    .trim();
  if (STOP.has(words)) return 'stop';
  if (text.length > LONGEST) return 'maybe';
  if (PHRASES.some((phrase) => phrase.test(text))) return 'stop';
  return words.split(' ').some((word) => STOP.has(word)) ? 'maybe' : 'none';
}
