/**
 * Puts quotes around columns named `at`. DuckDB reserved the word for time travel, other engines did not, and price and
 * event tables are full of such columns; so a query that does not parse is read once more this way. What stands in
 * quotes or comments is left alone, and so are `AT TIME ZONE` and `AT (VERSION => …)`.
 */
export const quoteReservedColumns = (sql: string): string =>
  sql.replace(
    /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<![\w$"])at(?![\w$"])(?!\s{1,20}time\b)(?!\s{0,20}\()/gi,
    (token) => (token.toLowerCase() === 'at' ? `"${token}"` : token),
  );
