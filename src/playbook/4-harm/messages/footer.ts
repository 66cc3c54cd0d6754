import { isUnsubscribe } from './answers.ts';
import type { DraftBlock } from './draft.ts';

const CUE =
  /©|\(c\) ?\d{4}|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos\b|\byou(?:['’]re| are) receiving this\b|\byou received this\b|\bwhy did i get this\b|\bsie erhalten diese\b|\bvous recevez ce\b|\brecibe[s]? este\b|\bour (?:mailing )?address is\b|\bprivacy policy\b|\bdatenschutz(?:erklärung)?\b|\bimpressum\b|\bmentions légales\b|\bpolitique de confidentialité\b|\bpolítica de privacidad\b|\b(?:reply|text) stop\b|(?:list|company|organi[sz]ation|sender)[_:. ]?(?:html_)?(?:list_)?(?:postal_)?address/i;

/** A footer never begins in the first part of a message: what stands there is what people read. */
const EARLIEST = 0.3;
/** How much of the text a container named footer may hold before its name is not believed. */
const LARGEST_SHARE = 0.6;

/**
 * Settles which blocks are footer: those in an element named so, and all plain text from the first notice (unsubscribe,
 * address, copyright) after the first third on. Buttons and declines keep their role.
 */
export function settleFooter(blocks: readonly DraftBlock[]): void {
  const length = (some: readonly DraftBlock[]): number =>
    some.reduce((sum, { text }) => sum + text.text.length, 0);
  const shown = blocks.filter(({ role }) => role !== 'subject' && role !== 'preheader' && role !== 'alt');
  const total = length(shown);
  const named = shown.filter(({ role }) => role === 'footer');
  const first = shown[0];
  if (named.length > 0 && (length(named) > total * LARGEST_SHARE || first?.role === 'footer'))
    for (const block of named) if (!isNotice(block.text.text)) block.role = 'body';

  let before = 0;
  let inFooter = false;
  for (const block of shown) {
    inFooter ||= before > 0 && before >= total * EARLIEST && isNotice(block.text.text);
    before += block.text.text.length;
    if (inFooter && (block.role === 'body' || block.role === 'heading')) block.role = 'footer';
  }
}

const isNotice = (text: string): boolean => isUnsubscribe(text) || CUE.test(text);
