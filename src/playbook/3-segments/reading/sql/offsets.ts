/**
 * Turns offsets that a parser counts in code points or UTF-8 bytes into UTF-16 units, in constant time each once the
 * text has been walked; texts in which the units agree need no table.
 */
export function offsetsIn(text: string, unit: 'codepoint' | 'utf8'): (offset: number) => number {
  const agrees = unit === 'utf8' ? !/[^\x00-\x7f]/.test(text) : !/[\ud800-\udfff]/.test(text);
  if (agrees) return (offset) => Math.min(Math.max(offset, 0), text.length);
  const table: number[] = [];
  let index = 0;
  for (const character of text) {
    const width = unit === 'codepoint' ? 1 : Buffer.byteLength(character);
    for (let part = 0; part < width; part += 1) table.push(index);
    index += character.length;
  }
  table.push(text.length);
  return (offset) => table[Math.min(Math.max(offset, 0), table.length - 1)]!;
}
