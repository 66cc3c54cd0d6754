import type { WriteMail } from '../app/server/choices/links.ts';
import type { TextKey, Words } from './texts/index.ts';

const mail =
  (subject: TextKey, text: TextKey) =>
  (words: Words): WriteMail =>
  (link) => ({ subject: words.say(subject), text: words.say(text, { link }), language: words.language });

/** The mail with a link to one’s choices. */
export const choicesMail = mail('ask.mail.subject', 'ask.mail.text');

/** The mail with a link that shows facts, too. */
export const proofMail = mail('proof.mail.subject', 'proof.mail.text');
