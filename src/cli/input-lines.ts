/** A longer line is refused as a line, so that memory stays bounded whatever comes in. */
export const MAXIMUM_LINE_BYTES = 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

/** One line of the input: its text, or why it has none. */
export type InputLine = { readonly text: string } | { readonly unreadable: 'encoding' | 'too-long' };

/**
 * The lines of a stream of bytes, as many at a time as came in together: split at LF alone, without a CR before it; a
 * final line break ends the last line and does not begin another. Holds one piece of the stream and one line.
 */
export async function* inputLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<readonly InputLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let size = 0;
  let isFirst = true;

  const hold = (part: Uint8Array): void => {
    size += part.length;
    if (size <= MAXIMUM_LINE_BYTES) parts.push(part);
    else parts = [];
  };
  const finish = (): InputLine => {
    const isTooLong = size > MAXIMUM_LINE_BYTES;
    let bytes: Uint8Array = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    if (isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    [parts, size, isFirst] = [[], 0, false];
    if (isTooLong) return { unreadable: 'too-long' };
    if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
    try {
      return { text: decoder.decode(bytes) };
    } catch {
      return { unreadable: 'encoding' };
    }
  };

  for await (const chunk of stream) {
    const lines: InputLine[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      hold(chunk.subarray(from, at));
      lines.push(finish());
      from = at + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [finish()];
}
