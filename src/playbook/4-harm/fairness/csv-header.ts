/** How a CSV file is laid out, by its first line. */
export interface CsvLayout {
  readonly delimiter: string;
  /** Names for every column, each once; a repeated or empty name is made different. */
  readonly columns: readonly string[];
  /** Names that the header gives to more than one column, in lower case. */
  readonly repeated: ReadonlySet<string>;
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads the header line: the delimiter is the one that yields most of the `wanted` names, then the most names, then the
 * comma. Engines that guess look at all lines and may take a cut file for one wide column; the header alone decides here.
 * `null` where a quote in the line never closes.
 */
export function readCsvHeader(line: string, wanted: readonly string[] = []): CsvLayout | null {
  const splits = DELIMITERS.map((delimiter) => ({ delimiter, names: splitLine(line, delimiter) }));
  const worth = ({ names }: (typeof splits)[number]): number =>
    names === null ? -1 : names.filter((name) => wanted.includes(name)).length * 100_000 + names.length;
  const best = splits.reduce((most, one) => (worth(one) > worth(most) ? one : most));
  const isOpen = splits.some(({ names }) => names === null);
  if (best.names === null || (isOpen && best.names.length === 1)) return null;
  const taken = new Set<string>();
  const repeated = new Set<string>();
  const columns = best.names.map((name, index) => {
    let own = name === '' ? `column${index}` : name;
    if (taken.has(own.toLowerCase())) repeated.add(own.toLowerCase());
    for (let copy = 1; taken.has(own.toLowerCase()); copy += 1) own = `${name}_${copy}`;
    taken.add(own.toLowerCase());
    return own;
  });
  return { delimiter: best.delimiter, columns, repeated };
}

/** The fields of one line as RFC 4180 has them; `null` where a quote stays open or closes inside a field. */
function splitLine(line: string, delimiter: string): string[] | null {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (line[at + 1] === '"') {
        field += '"';
        at += 1;
      } else if (at + 1 < line.length && line[at + 1] !== delimiter) return null;
      else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === delimiter) {
      fields.push(field);
      field = '';
    } else field += character;
  }
  return isQuoted ? null : [...fields, field];
}
