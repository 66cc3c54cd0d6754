/**
 * A name as SQL takes it literally: in double quotes, with quotes inside doubled. The only way in which a name that
 * somebody else chose (a column of a file, a database of scruple.yaml) may enter a query.
 */
export const quoteIdentifier = (name: string): string =>
  `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;

/** A text as a SQL string literal. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
