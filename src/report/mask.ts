import type { Location, SourceText } from '../kernel/source-text.ts';

/** A stretch of a text, in UTF-16 units, end exclusive, and what stands in its place. */
export interface MaskedRange {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** Lists up to this length may be quoted; longer ones are a copy of data rather than evidence. */
const LITERALS_SHOWN = 3;

const EMAIL =
  /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
const PHONE =
  /(?<![\w.:+/-])(?:\+|00)[1-9][\d ().\-\u00a0]{6,18}\d(?![\w-])|(?<![\w.:/-])\(?0\d{2,4}\)?[ .\-/]\d{2,4}[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?(?![\w-])/g;
/** Keys of workspace files whose addresses name those who answer for a use, which a report must say. */
const STAFF_KEY = /\b(?:owner|approver|review|stop_owner)["']?:[ \t]{0,8}["']?$/;
const LITERAL = /'(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*"|(?<![\w.#-])-?\d+(?:\.\d+)?(?![\w.%-])/g;
const BETWEEN_LITERALS = /^\s*\)?\s*,\s*\(?\s*$/;
/** Functions of style sheets whose lists of numbers say nothing of people. */
const STYLE_FUNCTION = /(?:rgba?|hsla?|matrix|cubic-bezier|translate|scale)\s*$/i;

/** Columns whose values name one person each. */
const PERSON_KEY =
  /(?:^|[._"`[])(?:ssn|iban|passport(?:_no|_number)?|tax_id|e_?mail(?:_address|_sha256|_hash)?|phone(?:_number)?|mobile(?:_number)?|msisdn|(?:customer|user|person|contact|member|subscriber|client|patient|lead|account|profile|household|employee|visitor|device|recipient)_?(?:id|ids|key|no|number|uuid))["`\]]?$/i;
/** A key that names a person in a table of people, and an element in markup: there its value tells which. */
const BARE_KEY = /(?:^|[."`[])(?:id|ids|uid|uuid|guid)["`\]]?$/i;
const KEY_VALUE = /^['"]?(?:\d+|[0-9a-f][0-9a-f-]{15,63})['"]?$/i;
const PERSON_NAME =
  /(?:^|[._"`[])(?:name|names|first_?name|last_?name|full_?name|sur_?name|given_?name|family_?name|customers?|people|persons?|members?)["`\]]?$/i;
const COMPARISON =
  /([\w."`[\]]{1,128})\)?\s{0,4}(=|<>|!=|:|\bnot\s{1,4}in\b|\bin\b|=\s{0,4}any)\s{0,4}(?:\(|\[|array\s{0,4}\[|\(\s{0,4}array\s{0,4}\[){0,1}\s{0,8}$/i;

const byStart = (a: MaskedRange, b: MaskedRange): number => a.start - b.start || b.end - a.end;

/**
 * The parts of a text that a report must not carry: e-mail addresses, telephone numbers, values compared with a column
 * that names a person, and lists of more than three literals. Sorted, without overlap; linear in the text.
 */
export function maskedRanges(text: string): readonly MaskedRange[] {
  const found: MaskedRange[] = [];
  for (const match of text.matchAll(EMAIL))
    if (!STAFF_KEY.test(text.slice(Math.max(0, match.index - 24), match.index)))
      found.push(range(match, '[e-mail address]'));
  for (const match of text.matchAll(PHONE)) found.push(range(match, '[phone number]'));
  for (const run of literalRuns(text)) {
    const before = text.slice(Math.max(0, run.start - 160), run.start);
    const isLong = run.count > LITERALS_SHOWN && run.isList(before);
    if (isLong || namesPeople(before, run.count, text.slice(run.start, run.end)))
      found.push({
        start: run.start,
        end: run.end,
        instead: run.count === 1 ? '[value]' : `[${run.count} values]`,
      });
  }
  return withoutOverlap(found);
}

const range = (match: RegExpExecArray, instead: string): MaskedRange => ({
  start: match.index,
  end: match.index + match[0].length,
  instead,
});

interface LiteralRun {
  start: number;
  end: number;
  count: number;
  isList(before: string): boolean;
}

/** Literals that follow one another with nothing but commas and the brackets of a row between them. */
function literalRuns(text: string): LiteralRun[] {
  const runs: LiteralRun[] = [];
  let last: LiteralRun | undefined;
  for (const match of text.matchAll(LITERAL)) {
    const end = match.index + match[0].length;
    const gap = last === undefined || match.index - last.end > 400 ? null : text.slice(last.end, match.index);
    if (last !== undefined && gap !== null && BETWEEN_LITERALS.test(gap)) {
      last.end = end;
      last.count += 1;
      continue;
    }
    const isBare = match[0].startsWith("'");
    // Numbers and double quotes are a list of values only inside brackets; elsewhere they are prose or column names.
    last = {
      start: match.index,
      end,
      count: 1,
      isList: (before) =>
        isBare || (/[([]\s*$/.test(before) && !STYLE_FUNCTION.test(before.replace(/[([]\s*$/, ''))),
    };
    runs.push(last);
  }
  return runs;
}

function namesPeople(before: string, count: number, values: string): boolean {
  const column = COMPARISON.exec(before)?.[1];
  if (column === undefined) return false;
  if (BARE_KEY.test(column)) return count > 1 || KEY_VALUE.test(values);
  return PERSON_KEY.test(column) || (count > 1 && PERSON_NAME.test(column));
}

function withoutOverlap(ranges: MaskedRange[]): MaskedRange[] {
  const kept: MaskedRange[] = [];
  for (const next of ranges.sort(byStart)) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else if (next.end > last.end) kept[kept.length - 1] = { ...last, end: next.end };
  }
  return kept;
}

/** The text with every masked range replaced. */
export const maskText = (text: string): string => replaceRanges(text, maskedRanges(text));

function replaceRanges(text: string, ranges: readonly MaskedRange[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end, instead } of ranges) {
    masked += text.slice(from, start) + instead;
    from = end;
  }
  return masked + text.slice(from);
}

const rangesOfSource = new WeakMap<SourceText, readonly MaskedRange[]>();

/** The masked ranges of a whole file, worked out once. */
export function maskedRangesOf(source: SourceText): readonly MaskedRange[] {
  let ranges = rangesOfSource.get(source);
  if (ranges === undefined) {
    ranges = maskedRanges(source.text);
    rangesOfSource.set(source, ranges);
  }
  return ranges;
}

/**
 * A quote as a report may carry it. Where it stands in its file word for word the whole file decides what is masked, so
 * that one literal out of a long list does not slip through.
 */
export function maskQuote(quote: string, at: Location, source: SourceText | undefined): string {
  const inPlace = source === undefined ? null : source.range(at);
  if (source === undefined || inPlace === null || source.text.slice(inPlace.start, inPlace.end) !== quote)
    return maskText(quote);
  const clipped = maskedRangesOf(source)
    .filter(({ start, end }) => start < inPlace.end && end > inPlace.start)
    .map(({ start, end, instead }) => ({
      start: Math.max(start, inPlace.start) - inPlace.start,
      end: Math.min(end, inPlace.end) - inPlace.start,
      instead,
    }));
  return replaceRanges(quote, clipped);
}
