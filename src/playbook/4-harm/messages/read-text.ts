import { answerOf } from './answers.ts';
import { type Draft, emptyDraft, type Region } from './draft.ts';
import { TextCollector } from './mapped-text.ts';
import { collectMasked } from './masked-text.ts';

const HEADER =
  /^(subject|betreff|objet|asunto|preheader|preview|from|von|de|language|lang)[ \t]*:[ \t]*(.*)$/i;
const BUTTON_LINE =
  /^[ \t]*(?:\[\s*([^[\]]{1,80}?)\s*\]|(?:→|>>|»)\s*(.{1,60}?))\s*(?:\(?https?:\/\/\S+\)?)?[ \t]*$/;
const LONGEST_BUTTON_LINE = 300;
const STARTS_ANEW = /^[ \t]*(?:[-*•–—]|\d{1,3}[.)])[ \t]/;
const LINK = /https?:\/\/[^\s<>"')\]]{1,2000}/g;

/** Reads plain text: header lines at the top, then one block per paragraph; a line in brackets is a button. */
export function readText(region: Region, masked: string): Draft {
  const draft = emptyDraft();
  const text = new TextCollector();
  const flush = (role: 'body' | 'button' | 'decline' = 'body'): void => {
    const taken = text.take();
    if (taken.text !== '') draft.blocks.push({ role, text: taken, region });
  };
  let start = 0;
  let inHeaders = true;
  for (const line of masked.split('\n')) {
    const after = start + line.length + 1;
    const header = inHeaders ? HEADER.exec(line) : null;
    if (header !== null) readHeader(draft, region, header, masked, start);
    else {
      if (line.trim() !== '') inHeaders = false;
      const button = line.length < LONGEST_BUTTON_LINE ? BUTTON_LINE.exec(line) : null;
      const answer = line.length < 120 ? answerOf(line.trim()) : 'other';
      if (line.trim() === '') flush();
      else if (button !== null || answer === 'decline') {
        flush();
        const words = button?.[1] ?? button?.[2] ?? line.trim();
        const at = start + line.indexOf(words);
        collectMasked(text, words, region.text, at);
        flush(answerOf(words) === 'decline' ? 'decline' : 'button');
        addControl(draft, region, draft.blocks.at(-1)!, button !== null);
      } else {
        if (STARTS_ANEW.test(line)) flush();
        collectMasked(text, line, region.text, start);
        text.space(start + line.length, Math.min(after, masked.length));
      }
    }
    start = after;
  }
  flush();
  for (const found of masked.matchAll(LINK)) {
    const range = { start: found.index, end: found.index + found[0].length };
    draft.links.push({ href: region.text.slice(range.start, range.end), text: '', range, region });
  }
  return draft;
}

function addControl(
  draft: Draft,
  region: Region,
  block: Draft['blocks'][number],
  looksLikeButton: boolean,
): void {
  draft.controls.push({
    type: looksLikeButton ? 'button' : 'link',
    text: block.text.text,
    checked: false,
    fontSizePx: null,
    looksLikeButton,
    range: block.text.whole(),
    region,
  });
}

function readHeader(
  draft: Draft,
  region: Region,
  header: RegExpExecArray,
  masked: string,
  lineStart: number,
): void {
  const value = header[2]!;
  const at = lineStart + header[0].length - value.length;
  const text = new TextCollector();
  collectMasked(text, masked.slice(at, at + value.length), region.text, at);
  const taken = text.take();
  if (taken.text === '') return;
  const name = header[1]!.toLowerCase();
  if (/^(?:from|von|de)$/.test(name)) draft.from ??= taken.text;
  else if (/^lang/.test(name)) draft.declaredLanguage ??= taken.text;
  else draft.blocks.push({ role: /^pre/.test(name) ? 'preheader' : 'subject', text: taken, region });
}
