import type { Letter, LetterKind } from './letter.ts';

/**
 * Nothing in a letter tells what somebody chose or asked: mail is forwarded, and inboxes are shared. To who was erased
 * alone it must, as nothing else can.
 */
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
  objected: {
    subject: 'We have saved your choice',
    text: 'Somebody asked us to use the data of this address for less. We did it at once. If it was not you, you can choose anew here. The link works for 30 days:\n\n{link}',
  },
  answered: {
    subject: 'There is an answer for you',
    text: 'You asked us for something, and we have answered. To read it, ask for a private link here:\n\n{link}',
  },
  asked: {
    subject: 'We have what you asked for',
    text: 'You asked us for something. You hear from us by {date}. To see how far it is, or to take it back, ask for a private link here:\n\n{link}\n\nIf you did not ask, do the same: there you can end it.',
  },
  news: {
    subject: 'There is news for you',
    text: 'You asked us for something, and there is something to read about it. Ask for a private link here:\n\n{link}\n\nYou hear from us by {date}.',
  },
  erased: {
    subject: 'We have done what you asked',
    text: 'You asked us to delete your data, and we have answered. Your choices are deleted. What stays is a code by which we know not to write to you, and that this was done.{words}\n\nNo page shows this any more. If you have a question, you can ask again here:\n\n{link}',
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
  objected: {
    subject: 'Ihre Wahl ist gespeichert',
    text: 'Jemand hat uns gebeten, die Daten zu dieser Adresse für weniger zu nutzen. Das gilt sofort. Wenn Sie das nicht waren, können Sie hier neu wählen. Der Link gilt 30 Tage:\n\n{link}',
  },
  answered: {
    subject: 'Es gibt eine Antwort für Sie',
    text: 'Sie haben uns um etwas gebeten, und wir haben geantwortet. Um die Antwort zu lesen, lassen Sie sich hier einen privaten Link schicken:\n\n{link}',
  },
  asked: {
    subject: 'Ihre Anfrage ist bei uns',
    text: 'Sie haben uns um etwas gebeten. Sie hören von uns bis {date}. Um zu sehen, wie weit es ist, oder um es zurückzunehmen, lassen Sie sich hier einen privaten Link schicken:\n\n{link}\n\nWenn Sie nicht gefragt haben, tun Sie dasselbe: Dort können Sie es beenden.',
  },
  news: {
    subject: 'Es gibt Neues für Sie',
    text: 'Sie haben uns um etwas gebeten, und dazu gibt es etwas zu lesen. Lassen Sie sich hier einen privaten Link schicken:\n\n{link}\n\nSie hören von uns bis {date}.',
  },
  erased: {
    subject: 'Ihre Bitte ist erfüllt',
    text: 'Sie haben uns gebeten, Ihre Daten zu löschen, und wir haben geantwortet. Ihre Wahl ist gelöscht. Es bleibt ein Code, an dem wir erkennen, dass wir Ihnen nicht schreiben, und dass das geschehen ist.{words}\n\nKeine Seite zeigt das mehr. Wenn Sie eine Frage haben, können Sie hier noch einmal fragen:\n\n{link}',
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
  objected: {
    subject: 'Su elección está guardada',
    text: 'Alguien nos pidió usar para menos cosas los datos de esta dirección. Lo hicimos al momento. Si no fue usted, aquí puede elegir de nuevo. El enlace vale 30 días:\n\n{link}',
  },
  answered: {
    subject: 'Hay una respuesta para usted',
    text: 'Usted nos pidió algo y hemos respondido. Para leer la respuesta, pida aquí un enlace privado:\n\n{link}',
  },
  asked: {
    subject: 'Hemos recibido su petición',
    text: 'Usted nos pidió algo. Tendrá noticias nuestras antes del {date}. Para ver cómo va, o para retirarlo, pida aquí un enlace privado:\n\n{link}\n\nSi usted no lo pidió, haga lo mismo: allí puede terminarlo.',
  },
  news: {
    subject: 'Hay novedades para usted',
    text: 'Usted nos pidió algo y hay algo que leer sobre ello. Pida aquí un enlace privado:\n\n{link}\n\nTendrá noticias nuestras antes del {date}.',
  },
  erased: {
    subject: 'Hemos hecho lo que pidió',
    text: 'Usted nos pidió borrar sus datos y hemos respondido. Sus elecciones están borradas. Queda un código por el que sabemos que no debemos escribirle, y que esto se hizo.{words}\n\nNinguna página lo muestra ya. Si tiene una pregunta, puede volver a preguntar aquí:\n\n{link}',
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
  objected: {
    subject: 'Votre choix est enregistré',
    text: 'Quelqu’un nous a demandé de moins utiliser les données de cette adresse. Nous l’avons fait tout de suite. Si ce n’était pas vous, vous pouvez choisir de nouveau ici. Le lien est valable 30 jours :\n\n{link}',
  },
  answered: {
    subject: 'Il y a une réponse pour vous',
    text: 'Vous nous avez demandé quelque chose, et nous avons répondu. Pour lire la réponse, demandez ici un lien privé :\n\n{link}',
  },
  asked: {
    subject: 'Nous avons reçu votre demande',
    text: 'Vous nous avez demandé quelque chose. Vous aurez de nos nouvelles avant le {date}. Pour voir où cela en est, ou pour y renoncer, demandez ici un lien privé :\n\n{link}\n\nSi vous n’avez rien demandé, faites de même : vous pouvez y mettre fin.',
  },
  news: {
    subject: 'Il y a du nouveau pour vous',
    text: 'Vous nous avez demandé quelque chose, et il y a quelque chose à lire à ce sujet. Demandez ici un lien privé :\n\n{link}\n\nVous aurez de nos nouvelles avant le {date}.',
  },
  erased: {
    subject: 'Nous avons fait ce que vous avez demandé',
    text: 'Vous nous avez demandé d’effacer vos données, et nous avons répondu. Vos choix sont effacés. Il reste un code par lequel nous savons que nous ne devons pas vous écrire, et que cela a été fait.{words}\n\nAucune page ne le montre plus. Si vous avez une question, vous pouvez demander encore ici :\n\n{link}',
  },
};

/** What letters say, by language. What stands in braces is filled in. */
export const LETTER_WORDS: Readonly<Record<Letter['language'], Words>> = { en, de, es, fr };
