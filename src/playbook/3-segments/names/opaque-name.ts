/** Words that say no more than that people were grouped. */
const EMPTY_WORD =
  /^(?:seg|segment|segments|aud|audience|list|liste|lista|cluster|cohort|group|gruppe|groupe|grupo|bucket|model|id|test|campaign|batch|tier|v|no|nr|new|final|copy|export|upload)$/i;
const FOREIGN_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Thai}]/u;

/** Whether a name gives nothing to go by: a code or number, or a script that the lexicon does not read. */
export function isOpaque(name: string): boolean {
  const words = name.match(/[\p{L}\p{M}]+/gu) ?? [];
  const telling = words.filter((word) => !EMPTY_WORD.test(word));
  if (telling.length > 0 && telling.every((word) => FOREIGN_SCRIPT.test(word))) return true;
  if (telling.length === 0) return true;
  const isCode = /\d/.test(name) && name.replace(/[^\p{L}\p{N}]/gu, '').length >= 5;
  return isCode && telling.every((word) => word.length <= 2);
}
