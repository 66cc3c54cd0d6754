import type { Wording } from '../../../check/facts/message.ts';

/** What of the words of messages nobody has judged, for `cannotTell`; `required` where words went unread. */
export interface WordingGap {
  readonly missing: string;
  readonly required: boolean;
}

/** Languages without measured rules count as unread words; images without words of their own only may hold some. */
export function wordingGaps(wordings: readonly Wording[]): readonly WordingGap[] {
  return wordings.flatMap(({ message, unmeasuredLanguages }, index) => {
    const name = `messages[${index}]`;
    const languages = unmeasuredLanguages.map((language) => ({
      missing: language === 'und' ? `${name}: language cannot be told` : `${name}: language \`${language}\``,
      required: true,
    }));
    const images = message.unreadImages.length;
    return images === 0
      ? languages
      : [...languages, { missing: `${name}: words in ${images} images`, required: false }];
  });
}
