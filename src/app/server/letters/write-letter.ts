import type { Mail } from '../../../kernel/ports/mailer.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { EVERYTHING, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { makeToken } from '../../../playbook/6-control/tokens/token.ts';
import { proofOf } from '../choices/opened-link.ts';
import type { PageSettings } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import type { Letter } from './letter.ts';
import { LETTER_WORDS } from './letter-words.ts';

type Needed = Pick<ServerContext, 'ledger' | 'clock' | 'origin'>;

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
    text: [text.replace('{link}', link), signed.join('\n').replaceAll(/[\r\t]/g, ' ')]
      .filter((part) => part !== '')
      .join('\n\n'),
    language,
  };
}

function pathOf({ ledger, clock }: Needed, { kind, subject, scope, about }: Letter): string {
  const token = (
    purpose: Parameters<typeof makeToken>[1],
    of: Scope = EVERYTHING,
    aboutWhat: string | null = null,
  ): string => makeToken(ledger.tokens, purpose, { subject, scope: of, about: aboutWhat }, clock.now());
  const own: Scope = { ...scope, channel: scope.channel as Channel | null };
  switch (kind) {
    case 'choices':
    case 'refused':
      return `/preferences/${token('preferences')}`;
    case 'proof-preferences':
      return `/preferences/${token('facts', own, proofOf('preferences', about))}`;
    case 'proof-why':
      return `/why/${token('facts', own, proofOf('why', about))}`;
    case 'opt-in':
      return `/opt-in/${token('opt-in', own, about)}`;
    case 'rights':
      return `/rights/${token('rights', EVERYTHING, about)}`;
    // An answer may lie unread longer than a private link works: this one asks for a fresh proof.
    case 'answered':
      return '/rights';
  }
}
