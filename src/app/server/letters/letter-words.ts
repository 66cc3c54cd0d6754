import type { Letter, LetterKind } from './letter.ts';

/** Nothing in a letter tells what somebody chose or asked: mail is forwarded, and inboxes are shared. */
type Words = Readonly<Record<LetterKind, { readonly subject: string; readonly text: string }>>;

const en: Words = {
  choices: {
    subject: 'Your link to choose what we send',
    text: 'You asked for this link. It works for 30 days and opens your choices:\n\n{link}\n\nIf you did not ask, do nothing.',
  },
  'proof-preferences': {
    subject: 'Your private link',
    text: 'You asked for this link. It works for 15 minutes:\n\n{link}\n\nIf you did not ask, do nothing.',
  },
  'proof-why': {
    subject: 'Your private link',
    text: 'You asked for this link. It works for 15 minutes:\n\n{link}\n\nIf you did not ask, do nothing.',
  },
  rights: {
    subject: 'Your private link',
    text: 'You asked for this link. It works for 15 minutes. Nothing happens before you open it and press a button:\n\n{link}\n\nIf you did not ask, do nothing.',
  },
  'opt-in': {
    subject: 'Did you ask for our messages?',
    text: 'Somebody asked us to write to this address. If it was you, open this link and press the button. The link works for 30 days:\n\n{link}\n\nIf it was not you, do nothing. Then we send nothing.',
  },
  refused: {
    subject: 'We have saved your choice',
    text: 'Somebody asked us to use the data of this address for less. We did it at once. If it was not you, you can choose anew here. The link works for 30 days:\n\n{link}',
  },
  answered: {
    subject: 'There is an answer for you',
    text: 'You asked us for something, and we have answered. To read it, ask for a private link here:\n\n{link}',
  },
};

const de: Words = {
  choices: {
    subject: 'Ihr Link, um zu wählen, was wir schicken',
    text: 'Sie haben nach diesem Link gefragt. Er gilt 30 Tage und öffnet Ihre Wahl:\n\n{link}\n\nWenn Sie nicht gefragt haben, tun Sie nichts.',
  },
  'proof-preferences': {
    subject: 'Ihr privater Link',
    text: 'Sie haben nach diesem Link gefragt. Er gilt 15 Minuten:\n\n{link}\n\nWenn Sie nicht gefragt haben, tun Sie nichts.',
  },
  'proof-why': {
    subject: 'Ihr privater Link',
    text: 'Sie haben nach diesem Link gefragt. Er gilt 15 Minuten:\n\n{link}\n\nWenn Sie nicht gefragt haben, tun Sie nichts.',
  },
  rights: {
    subject: 'Ihr privater Link',
    text: 'Sie haben nach diesem Link gefragt. Er gilt 15 Minuten. Nichts geschieht, bevor Sie ihn öffnen und einen Knopf drücken:\n\n{link}\n\nWenn Sie nicht gefragt haben, tun Sie nichts.',
  },
  'opt-in': {
    subject: 'Möchten Sie Nachrichten von uns?',
    text: 'Jemand hat uns gebeten, an diese Adresse zu schreiben. Wenn Sie das waren, öffnen Sie diesen Link und drücken Sie den Knopf. Der Link gilt 30 Tage:\n\n{link}\n\nWenn Sie es nicht waren, tun Sie nichts. Dann schicken wir nichts.',
  },
  refused: {
    subject: 'Ihre Wahl ist gespeichert',
    text: 'Jemand hat uns gebeten, die Daten zu dieser Adresse für weniger zu nutzen. Das gilt sofort. Wenn Sie das nicht waren, können Sie hier neu wählen. Der Link gilt 30 Tage:\n\n{link}',
  },
  answered: {
    subject: 'Es gibt eine Antwort für Sie',
    text: 'Sie haben uns um etwas gebeten, und wir haben geantwortet. Um die Antwort zu lesen, lassen Sie sich hier einen privaten Link schicken:\n\n{link}',
  },
};

const es: Words = {
  choices: {
    subject: 'Su enlace para elegir qué le enviamos',
    text: 'Usted pidió este enlace. Vale 30 días y abre sus opciones:\n\n{link}\n\nSi no lo pidió, no haga nada.',
  },
  'proof-preferences': {
    subject: 'Su enlace privado',
    text: 'Usted pidió este enlace. Vale 15 minutos:\n\n{link}\n\nSi no lo pidió, no haga nada.',
  },
  'proof-why': {
    subject: 'Su enlace privado',
    text: 'Usted pidió este enlace. Vale 15 minutos:\n\n{link}\n\nSi no lo pidió, no haga nada.',
  },
  rights: {
    subject: 'Su enlace privado',
    text: 'Usted pidió este enlace. Vale 15 minutos. No pasa nada hasta que lo abra y pulse un botón:\n\n{link}\n\nSi no lo pidió, no haga nada.',
  },
  'opt-in': {
    subject: '¿Pidió usted nuestros mensajes?',
    text: 'Alguien nos pidió que escribiéramos a esta dirección. Si fue usted, abra este enlace y pulse el botón. El enlace vale 30 días:\n\n{link}\n\nSi no fue usted, no haga nada. Entonces no enviamos nada.',
  },
  refused: {
    subject: 'Su elección está guardada',
    text: 'Alguien nos pidió usar para menos cosas los datos de esta dirección. Lo hicimos al momento. Si no fue usted, aquí puede elegir de nuevo. El enlace vale 30 días:\n\n{link}',
  },
  answered: {
    subject: 'Hay una respuesta para usted',
    text: 'Usted nos pidió algo y hemos respondido. Para leer la respuesta, pida aquí un enlace privado:\n\n{link}',
  },
};

const fr: Words = {
  choices: {
    subject: 'Votre lien pour choisir ce que nous envoyons',
    text: 'Vous avez demandé ce lien. Il est valable 30 jours et ouvre vos choix :\n\n{link}\n\nSi vous ne l’avez pas demandé, ne faites rien.',
  },
  'proof-preferences': {
    subject: 'Votre lien privé',
    text: 'Vous avez demandé ce lien. Il est valable 15 minutes :\n\n{link}\n\nSi vous ne l’avez pas demandé, ne faites rien.',
  },
  'proof-why': {
    subject: 'Votre lien privé',
    text: 'Vous avez demandé ce lien. Il est valable 15 minutes :\n\n{link}\n\nSi vous ne l’avez pas demandé, ne faites rien.',
  },
  rights: {
    subject: 'Votre lien privé',
    text: 'Vous avez demandé ce lien. Il est valable 15 minutes. Rien ne se passe avant que vous l’ouvriez et appuyiez sur un bouton :\n\n{link}\n\nSi vous ne l’avez pas demandé, ne faites rien.',
  },
  'opt-in': {
    subject: 'Avez-vous demandé nos messages ?',
    text: 'Quelqu’un nous a demandé d’écrire à cette adresse. Si c’était vous, ouvrez ce lien et appuyez sur le bouton. Le lien est valable 30 jours :\n\n{link}\n\nSi ce n’était pas vous, ne faites rien. Dans ce cas, nous n’envoyons rien.',
  },
  refused: {
    subject: 'Votre choix est enregistré',
    text: 'Quelqu’un nous a demandé de moins utiliser les données de cette adresse. Nous l’avons fait tout de suite. Si ce n’était pas vous, vous pouvez choisir de nouveau ici. Le lien est valable 30 jours :\n\n{link}',
  },
  answered: {
    subject: 'Il y a une réponse pour vous',
    text: 'Vous nous avez demandé quelque chose, et nous avons répondu. Pour lire la réponse, demandez ici un lien privé :\n\n{link}',
  },
};

/** What letters say, by language. `{link}` is filled in. */
export const LETTER_WORDS: Readonly<Record<Letter['language'], Words>> = { en, de, es, fr };
