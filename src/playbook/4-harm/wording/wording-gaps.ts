import type { Wording } from '../../../check/facts/message.ts';

/** What of the words of messages nobody has judged, for `cannotTell`; `required` where words went unread. */
export interface WordingGap {
  readonly missing: string;
  readonly required: boolean;
}

/**
 * Languages without measured rules count as unread words, and so do hits beyond those that are placed, and a message in
 * which no word can be read at all. Images, scripts and frames beside words of their own only may
 * hold some.
 */
export function wordingGaps(wordings: readonly Wording[]): readonly WordingGap[] {
  return wordings.flatMap(({ message, unmeasuredLanguages, further = 0 }, index) => {
    const name = `messages[${index}]`;
    const gap = (missing: string, required: boolean): WordingGap => ({
      missing: `${name}: ${missing}`,
      required,
    });
    const languages = unmeasuredLanguages.map((language) =>
      gap(language === 'und' ? 'language cannot be told' : `language \`${language}\``, true),
    );
    const isMute = !message.blocks.some(({ role, text }) => role !== 'footer' && /[\p{L}\p{N}]/u.test(text));
    const images = message.unreadImages.length;
    return [
      ...languages,
      ...(further > 0 ? [gap(`${further} more places that press or claim`, true)] : []),
      ...(isMute && images === 0 ? [gap('it has no words that can be read', true)] : []),
      ...(images > 0 ? [gap(`words in ${images} images`, isMute)] : []),
      ...(message.unreadParts ?? []).map((part) => gap(`words that a ${part} may show`, isMute)),
    ];
  });
}
