/** A table as the schema knows it, or as it is written when the schema does not have it. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly string[] | null;
  readonly inSchema: boolean;
}

/** The tables of a schema, found by their whole name or by any unambiguous ending of it, whatever the case. */
export class Catalog {
  readonly given: boolean;
  readonly #byEnding = new Map<string, string[]>();
  readonly #columns = new Map<string, readonly string[]>();

  constructor(schema: Readonly<Record<string, readonly string[]>> | undefined) {
    this.given = schema !== undefined;
    for (const [table, columns] of Object.entries(schema ?? {})) {
      this.#columns.set(table, columns);
      const parts = table.toLowerCase().split('.');
      for (let from = 0; from < parts.length; from += 1) {
        const ending = parts.slice(from).join('.');
        this.#byEnding.set(ending, [...(this.#byEnding.get(ending) ?? []), table]);
      }
    }
  }

  /** `parts` may hold a whole dotted name in one part, as BigQuery's quotes allow. */
  table(parts: readonly string[]): KnownTable {
    const written = parts.join('.');
    const pieces = written.toLowerCase().split('.');
    for (let from = 0; from < pieces.length; from += 1) {
      const candidates = this.#byEnding.get(pieces.slice(from).join('.')) ?? [];
      const exact = candidates.find((name) => name.toLowerCase().split('.').length === pieces.length - from);
      const found = exact ?? (candidates.length === 1 && from === 0 ? candidates[0] : undefined);
      if (found !== undefined) return { name: found, columns: this.#columns.get(found)!, inSchema: true };
    }
    return { name: written, columns: null, inSchema: false };
  }
}
