import type { ReasonCode } from '../reason-codes.ts';

export const EXPLAINED_IN = ['en', 'de', 'fr', 'es'] as const;
export type ExplainedIn = (typeof EXPLAINED_IN)[number];
type Sentence = Readonly<Record<ExplainedIn, string>>;

const NOT_APPROVED: Sentence = {
  en: 'This message, as it stood, was not approved by the people who check what we send.',
  de: 'Diese Nachricht war in dieser Form von den Menschen, die unsere Sendungen prüfen, nicht freigegeben.',
  fr: 'Ce message, tel quel, n’était pas approuvé par les personnes qui vérifient nos envois.',
  es: 'Este mensaje, tal como estaba, no fue aprobado por las personas que revisan lo que enviamos.',
};
const NOT_TRUE: Sentence = {
  en: 'Something that it said was not true at that time, or we could not make sure that it was.',
  de: 'Etwas darin stimmte zu dieser Zeit nicht, oder wir konnten nicht sicher sein, dass es stimmt.',
  fr: 'Une affirmation du message n’était pas vraie à ce moment-là, ou nous ne pouvions pas nous en assurer.',
  es: 'Algo de lo que decía no era cierto en ese momento, o no pudimos comprobar que lo fuera.',
};
const HALTED: Sentence = {
  en: 'We had halted this mailing.',
  de: 'Wir hatten diese Aussendung angehalten.',
  fr: 'Nous avions suspendu cet envoi.',
  es: 'Habíamos detenido este envío.',
};
const NOT_SURE: Sentence = {
  en: 'We could not make sure that we may write to you, so we did not.',
  de: 'Wir konnten nicht sicher sein, dass wir Ihnen schreiben dürfen, also haben wir es gelassen.',
  fr: 'Nous ne pouvions pas être sûrs d’avoir le droit de vous écrire ; nous ne l’avons donc pas fait.',
  es: 'No pudimos asegurarnos de que podíamos escribirle, así que no lo hicimos.',
};
const NO_YES: Sentence = {
  en: 'You have not told us that we may send you this.',
  de: 'Sie haben uns nicht gesagt, dass wir Ihnen das schicken dürfen.',
  fr: 'Vous ne nous avez pas dit que nous pouvions vous envoyer cela.',
  es: 'Usted no nos ha dicho que podamos enviarle esto.',
};
const YES_ENDED: Sentence = {
  en: 'You once told us that we may send you this, and that has ended.',
  de: 'Sie hatten uns einmal gesagt, dass wir Ihnen das schicken dürfen; das ist abgelaufen.',
  fr: 'Vous nous aviez dit que nous pouvions vous envoyer cela ; cet accord a pris fin.',
  es: 'Usted nos dijo una vez que podíamos enviarle esto, y ese permiso ha terminado.',
};
const A_NO: Sentence = {
  en: 'You told us not to send you this.',
  de: 'Sie haben uns gesagt, dass Sie das nicht bekommen möchten.',
  fr: 'Vous nous avez dit de ne pas vous envoyer cela.',
  es: 'Usted nos dijo que no le enviáramos esto.',
};
const SIGNAL: Sentence = {
  en: 'Your browser told us not to use your data for advertising across sites.',
  de: 'Ihr Browser hat uns gesagt, dass wir Ihre Daten nicht für Werbung über mehrere Seiten hinweg nutzen sollen.',
  fr: 'Votre navigateur nous a dit de ne pas utiliser vos données pour de la publicité d’un site à l’autre.',
  es: 'Su navegador nos dijo que no usáramos sus datos para publicidad entre sitios.',
};
const PAUSE: Sentence = {
  en: 'You asked us for a pause.',
  de: 'Sie haben uns um eine Pause gebeten.',
  fr: 'Vous nous avez demandé une pause.',
  es: 'Usted nos pidió una pausa.',
};
const LISTED: Sentence = {
  en: 'We had left you out of mailings like this one for a time. You can ask us for the reason and until when.',
  de: 'Wir hatten Sie für eine Zeit von solchen Aussendungen ausgenommen. Sie können uns nach Grund und Ende fragen.',
  fr: 'Nous vous avions exclu de ce type d’envoi pour un temps. Vous pouvez nous en demander la raison et la fin.',
  es: 'Le habíamos excluido de envíos como este por un tiempo. Puede preguntarnos la razón y hasta cuándo.',
};
const ADULTS: Sentence = {
  en: 'This is only for people who have told us that they are of age.',
  de: 'Das ist nur für Menschen, die uns gesagt haben, dass sie volljährig sind.',
  fr: 'Ceci est réservé aux personnes qui nous ont dit être majeures.',
  es: 'Esto es solo para personas que nos han dicho que son mayores de edad.',
};
const PLACE: Sentence = {
  en: 'We did not know where you live, or had not checked this for the law there.',
  de: 'Wir wussten nicht, wo Sie wohnen, oder hatten dies nicht für das Recht dort geprüft.',
  fr: 'Nous ne savions pas où vous habitez, ou nous ne l’avions pas vérifié pour le droit de ce lieu.',
  es: 'No sabíamos dónde vive, o no lo habíamos comprobado para la ley de ese lugar.',
};
const NIGHT: Sentence = {
  en: 'It was early or late where you may have been, and we do not disturb people then.',
  de: 'Es war dort, wo Sie vielleicht waren, früh oder spät; dann stören wir niemanden.',
  fr: 'Il était tôt ou tard là où vous pouviez être ; nous ne dérangeons personne à ces heures.',
  es: 'Era temprano o tarde donde usted podía estar, y a esas horas no molestamos a nadie.',
};
const ENOUGH: Sentence = {
  en: 'You had already heard from us as often as we allow ourselves, or as you wished.',
  de: 'Sie hatten schon so oft von uns gehört, wie wir es uns erlauben oder wie Sie es wünschen.',
  fr: 'Vous aviez déjà eu de nos nouvelles aussi souvent que nous nous le permettons, ou que vous le souhaitez.',
  es: 'Ya había recibido noticias nuestras tantas veces como nos permitimos, o como usted desea.',
};
/** True of whoever is protected and of whoever has a rest by lot; whoever sees the page over a shoulder learns nothing. */
const LEFT_ALONE: Sentence = {
  en: 'At times we leave people alone, for many reasons or for none. This was such a time.',
  de: 'Manchmal lassen wir Menschen in Ruhe, aus vielen Gründen oder ohne Grund. Das war so eine Zeit.',
  fr: 'Parfois nous laissons les gens tranquilles, pour diverses raisons ou sans raison. C’était un de ces moments.',
  es: 'A veces dejamos tranquila a la gente, por muchas razones o por ninguna. Era uno de esos momentos.',
};

const SENTENCES: Readonly<Record<ReasonCode, Sentence>> = {
  'question-invalid': NOT_SURE,
  'use-unknown': NOT_APPROVED,
  'not-cleared': NOT_APPROVED,
  'clearance-invalid': NOT_APPROVED,
  'clearance-expired': NOT_APPROVED,
  'clearance-revoked': NOT_APPROVED,
  'content-not-cleared': NOT_APPROVED,
  'condition-not-held': NOT_APPROVED,
  'channel-not-cleared': NOT_APPROVED,
  'claim-not-true': NOT_TRUE,
  'claim-unknown': NOT_TRUE,
  'use-stopped': HALTED,
  'use-paused': HALTED,
  'stage-full': HALTED,
  'person-unknown': NOT_SURE,
  'choices-unknown': NOT_SURE,
  'no-consent': NO_YES,
  'consent-lapsed': YES_ENDED,
  'said-no': A_NO,
  'privacy-signal': SIGNAL,
  'paused-by-person': PAUSE,
  suppressed: LISTED,
  'suppression-unknown': NOT_SURE,
  'age-unknown': ADULTS,
  'place-not-cleared': PLACE,
  'place-unknown': PLACE,
  'quiet-hours': NIGHT,
  'contact-cap': ENOUGH,
  'named-twice': ENOUGH,
  'contacts-unknown': NOT_SURE,
  'lease-spent': NOT_SURE,
  'feed-stale': NOT_SURE,
  protected: LEFT_ALONE,
};

/** Why somebody did not get a message, as they can read it. */
export const sentenceForPerson = (code: ReasonCode, language: ExplainedIn): string =>
  SENTENCES[code][language];

/** The same for all reasons of a decision, each said once, the strictest first. */
export const sentencesForPerson = (
  codes: readonly ReasonCode[],
  language: ExplainedIn,
): readonly string[] => [...new Set(codes.map((code) => sentenceForPerson(code, language)))];
