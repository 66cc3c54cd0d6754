import type { Mail } from '../../../kernel/ports/mailer.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { EVERYTHING, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { makeToken } from '../../../playbook/6-control/tokens/token.ts';
import { withAddress } from '../choices/address-in-link.ts';
import { dayIn } from '../choices/day-in.ts';
import { proofOf } from '../choices/opened-link.ts';
import type { PageSettings } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import type { Letter } from './letter.ts';
import { LETTER_WORDS } from './letter-words.ts';

type Needed = Pick<ServerContext, 'ledger' | 'clock' | 'origin' | 'sealer'>;

/** The mail of a letter, with a link that works from now on. */
export function writeLetter(context: Needed, settings: PageSettings, letter: Letter): Mail {
  const { kind, language, address } = letter;
  const words = LETTER_WORDS[language];
  const { subject, text } = words[kind];
  const link = `${context.origin()}${pathOf(context, letter)}?lang=${language}`;
  const signed = [settings.organisation, settings.contact].filter((one) => one !== null);
  return {
    to: address,
    subject,
    // A name that somebody set up is no place for a line of its own.
    text: [textOf(text, letter, link), signed.join('\n').replaceAll(/[\r\t]/g, ' ')]
      .filter((part) => part !== '')
      .join('\n\n'),
    language,
  };
}

function textOf(text: string, { language, dueAt, words }: Letter, link: string): string {
  const holes: Readonly<Record<string, string>> = {
    link,
    date: dueAt === null ? '' : dayIn(language, new Date(dueAt)),
    words: words === null ? '' : `\n\n${words}`,
  };
  return text.replaceAll(/\{(\w+)\}/g, (whole, hole: string) => holes[hole] ?? whole);
}

function pathOf(context: Needed, { kind, subject, scope, about, address }: Letter): string {
  const { ledger, clock } = context;
  const token = (
    purpose: Parameters<typeof makeToken>[1],
    of: Scope = EVERYTHING,
    aboutWhat: string | null = null,
  ): string =>
    makeToken(
      ledger.tokens,
      purpose,
      // Only letters without a link of their own stand for nobody.
      { subject: subject!, scope: of, about: aboutWhat },
      clock.now(),
    );
  const own: Scope = { ...scope, channel: scope.channel as Channel | null };
  switch (kind) {
    case 'choices':
    case 'objected':
      return `/preferences/${token('preferences')}`;
    case 'proof-preferences':
      return `/preferences/${token('facts', own, proofOf(context, 'preferences', about, address))}`;
    case 'proof-why':
      return `/why/${token('facts', own, proofOf(context, 'why', about, address))}`;
    case 'opt-in':
      return `/opt-in/${token('opt-in', own, about)}`;
    case 'rights':
      return `/rights/${token('rights', EVERYTHING, withAddress(context, about ?? '', address))}`;
    // What is told may lie unread longer than a private link works: these ask for a fresh proof.
    case 'asked':
    case 'news':
    case 'answered':
    case 'erased':
      return '/rights';
  }
}
