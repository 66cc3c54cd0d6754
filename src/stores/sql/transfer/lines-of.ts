import { Refusal } from '../refusal.ts';
import { unreadable } from './backup-format.ts';

const LONGEST = 200_000_000;

/** The lines of a text that comes in parts, without their line feeds. Refusals: `backup.unreadable`. */
export async function* linesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const part of parts) {
    const lines = decoder.decode(part, { stream: true }).split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    if (rest.length > LONGEST) throw new Refusal(unreadable('a line of it has no end'));
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
