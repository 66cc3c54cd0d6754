import { inLanguage, type Page, type PageFrame, plainPage } from './page.ts';

/**
 * For every link that opens nothing: who sees it learns nothing of why, or of whom it was. It leads to where links of its
 * kind are asked for, as far as its address says.
 */
export const gonePage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('gone.title'), frame.words.say('gone.about'), {
    href: inLanguage(frame.path.startsWith('/rights/') ? '/rights' : '/preferences', frame.words),
    label: frame.words.say('gone.button'),
  });

/** Where the store does not answer in time: nobody knows whether a choice was kept, and that is said. */
export const slowPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('slow.title'), frame.words.say('slow.about'), {
    href: inLanguage(frame.path, frame.words),
    label: frame.words.say('again'),
  });

export const busyPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('busy.title'), frame.words.say('busy.about'), null);

export const failedPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('failed.title'), frame.words.say('failed.about'), null);

/** After a private link was asked for. */
export const proofSentPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('proof.sent.title'), frame.words.say('proof.sent'), {
    href: inLanguage(frame.path, frame.words),
    label: frame.words.say('back'),
  });

export const linkSentPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('proof.sent.title'), frame.words.say('ask.sent'), null);

/** After something was asked for that needs a proof: nothing has begun before the link is opened. */
export const rightsLinkSentPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('proof.sent.title'), frame.words.say('rights.sent'), null);

/** After an objection: it counts already. */
export const objectedPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('rights.objected.title'), frame.words.say('rights.objected'), null);

export const tooManyPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('rights.too-many.title'), frame.words.say('rights.too-many'), {
    href: inLanguage(frame.path, frame.words),
    label: frame.words.say('own.title'),
  });
