const LONGEST_SAMPLE = 2000;

/** Whether a string is something that people read and no code, address or format: two words, or one that calls out. */
export function isProse(text: string): boolean {
  const sample = text.slice(0, LONGEST_SAMPLE).trim();
  if (/^(?:https?:|[#./])/.test(sample)) return false;
  const words = sample.split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word));
  return words.length >= 2 || (words.length === 1 && /^\p{L}+[!?]+$/u.test(sample));
}
