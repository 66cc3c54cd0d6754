import { readsColumn } from './expression-parts.ts';
import { isSpreading, makesRows, recordFunction } from './functions.ts';
import { columnsOf, knows, matches } from './relation-columns.ts';
import type {
  Clause,
  Environment,
  Join,
  Output,
  QueryScope,
  Relation,
  Resolved,
  Shared,
  Target,
} from './scope.ts';
import type { Expression, Name, Query, Select, SelectItem, Source } from './tree.ts';

/** One SELECT in its place: the relations it reads and how its names resolve. */
export class Block {
  readonly select: Select;
  readonly environment: Environment | null;
  readonly parent: Block | null;
  readonly shared: Shared;
  readonly relations: Relation[] = [];
  readonly joins: Join[] = [];
  #outputs: Output[] | null = null;
  #building = false;

  constructor(select: Select, environment: Environment | null, parent: Block | null, shared: Shared) {
    this.select = select;
    this.environment = environment;
    this.parent = parent;
    this.shared = shared;
    for (const source of select.from) this.#add(source);
  }

  open(query: Query): QueryScope {
    return this.shared.open(query, this.environment, this);
  }

  #add(source: Source): Relation[] {
    if (source.kind === 'join') return this.#addJoin(source);
    const relation = source.kind === 'pivot' ? this.#pivot(source) : this.#relation(source);
    this.relations.push(relation);
    return [relation];
  }

  #addJoin(source: Extract<Source, { kind: 'join' }>): Relation[] {
    const left = this.#add(source.left);
    const right = this.#add(source.right);
    if (source.type === 'left' || source.type === 'full')
      for (const relation of right) relation.nullable = true;
    if (source.type === 'right' || source.type === 'full')
      for (const relation of left) relation.nullable = true;
    if (source.type === 'anti') for (const relation of right) relation.anti = true;
    this.joins.push({ source, left, right });
    if (source.alias === null) return [...left, ...right];
    const group: Relation = {
      kind: 'group',
      qualifier: [source.alias.text.toLowerCase()],
      label: source.alias.text,
      nullable: false,
      anti: false,
      members: [...left, ...right],
      block: this,
      parts: [],
    };
    for (const member of group.members) this.relations.splice(this.relations.indexOf(member), 1);
    this.relations.push(group);
    return [group];
  }

  #pivot(source: Extract<Source, { kind: 'pivot' }>): Relation {
    const members = this.#add(source.source);
    for (const member of members) this.relations.splice(this.relations.indexOf(member), 1);
    const label = source.alias?.text ?? members[0]?.label ?? 'pivot';
    const qualifier =
      source.alias === null ? (members[0]?.qualifier ?? []) : [source.alias.text.toLowerCase()];
    return {
      kind: 'group',
      qualifier,
      label,
      nullable: false,
      anti: false,
      members,
      block: this,
      parts: source.parts,
    };
  }

  #relation(source: Exclude<Source, { kind: 'join' | 'pivot' }>): Relation {
    const alias = source.alias?.text ?? null;
    const state = { nullable: false, anti: false };
    if (source.kind === 'query') {
      // A derived table sees its siblings only when it is lateral; letting it always see them is harmless, as its own relations come first.
      const scope = this.shared.open(source.query, this.environment, source.lateral ? this : this.parent);
      return {
        kind: 'query',
        ...state,
        qualifier: alias === null ? [] : [alias.toLowerCase()],
        label: alias ?? 'subquery',
        scope,
        columns: source.columns,
        cte: false,
      };
    }
    if (source.kind === 'function') {
      if (!isSpreading(source.name) && !makesRows(source.name) && recordFunction(source.name) === null)
        this.shared.unresolved.add(`${source.name}()`);
      return {
        kind: 'function',
        ...state,
        qualifier: [(alias ?? source.name).toLowerCase()],
        label: alias ?? source.name,
        name: source.name,
        arguments: source.arguments,
        columns: source.columns,
        outer: source.outer,
        block: this,
      };
    }
    return this.#table(source, alias, state);
  }

  #table(
    source: Extract<Source, { kind: 'table' }>,
    alias: string | null,
    state: { nullable: boolean; anti: boolean },
  ): Relation {
    const parts = source.name.map(({ text }) => text);
    const cte = parts.length === 1 ? this.#cte(parts[0]!) : null;
    if (cte !== null)
      return {
        kind: 'query',
        ...state,
        qualifier: [(alias ?? parts[0]!).toLowerCase()],
        label: parts[0]!,
        scope: cte.opened(),
        columns: source.columns.length > 0 ? source.columns : cte.columns,
        cte: true,
      };
    const sibling =
      parts.length > 1
        ? this.relations.find(
            ({ qualifier }) => qualifier.length === 1 && qualifier[0] === parts[0]!.toLowerCase(),
          )
        : undefined;
    if (sibling !== undefined && !this.shared.catalog.table(parts).inSchema) {
      // BigQuery: `FROM customers c, c.items i` spreads an array of the row at hand.
      const of: Expression = { kind: 'column', parts: source.name, span: source.span };
      return {
        kind: 'function',
        ...state,
        qualifier: [(alias ?? parts.at(-1)!).toLowerCase()],
        label: alias ?? parts.at(-1)!,
        name: 'unnest',
        arguments: [of],
        columns: [],
        outer: false,
        block: this,
      };
    }
    const table = this.shared.catalog.table(parts);
    if (this.shared.catalog.given && !table.inSchema) this.shared.unresolved.add(table.name);
    if (table.name.startsWith('@')) this.shared.unresolved.add(table.name);
    const written = parts.join('.').toLowerCase().split('.');
    const named = table.name.toLowerCase().split('.');
    const qualifier =
      alias === null ? (named.length >= written.length ? named : written) : [alias.toLowerCase()];
    return {
      kind: 'table',
      ...state,
      qualifier,
      label: table.name,
      table,
      columns: source.columns,
      span: source.span,
    };
  }

  #cte(name: string): Environment | null {
    for (let entry = this.environment; entry !== null; entry = entry.next)
      if (entry.name === name.toLowerCase()) return entry;
    return null;
  }

  /** The result's columns in order; a star over a table whose columns nobody listed is one entry, `whole`. */
  outputs(): readonly Output[] {
    if (this.#outputs !== null) return this.#outputs;
    if (this.#building) return [];
    this.#building = true;
    const outputs = this.select.items.flatMap((item) => this.#outputsOf(item));
    this.#building = false;
    this.#outputs = outputs;
    return outputs;
  }

  #outputsOf(item: SelectItem): Output[] {
    const { of } = item;
    if (of.kind !== 'star') {
      const name = item.alias?.text ?? nameOfExpression(of);
      return [{ name, target: { kind: 'expression', of, block: this } }];
    }
    const replaced = of.replaced.map(
      (other): Output => ({
        name: other.alias?.text ?? null,
        target: { kind: 'expression', of: other.of, block: this },
      }),
    );
    const hidden = new Set(
      [...of.except, ...replaced.map(({ name }) => name ?? '')].map((name) => name.toLowerCase()),
    );
    const relations =
      of.qualifier.length === 0
        ? this.relations
        : this.relations.filter((relation) =>
            matches(
              relation,
              of.qualifier.map(({ text }) => text.toLowerCase()),
            ),
          );
    const expanded = relations.flatMap((relation): Output[] => {
      const names = columnsOf(relation);
      if (names === null) return [{ name: null, target: { kind: 'whole', relation, block: this } }];
      return names
        .filter((name): name is string => name !== null && !hidden.has(name.toLowerCase()))
        .map((column) => ({ name: column, target: { kind: 'column', relation, column, block: this } }));
    });
    return [...expanded, ...replaced];
  }

  /** What a star stands for. */
  starTargets(of: SelectItem['of']): Target[] {
    return this.#outputsOf({ of, alias: null }).map(({ target }) => target);
  }

  outputNames(depth: number): ReadonlyArray<string | null> | null {
    if (depth > 40) return null;
    const outputs = this.outputs();
    return outputs.some(({ target }) => target.kind === 'whole') ? null : outputs.map(({ name }) => name);
  }

  outputsNamed(name: string): Target[] {
    const wanted = name.toLowerCase();
    const outputs = this.outputs();
    const named = outputs.filter((output) => output.name?.toLowerCase() === wanted);
    if (named.length > 0) return [named[0]!.target];
    const open = outputs.filter((output) => output.target.kind === 'whole');
    return open.slice(0, 1).map(({ target }) => ({
      kind: 'column',
      relation: (target as Extract<Target, { kind: 'whole' }>).relation,
      column: name,
      block: this,
    }));
  }

  /** Whether a star over an unlisted table leaves more than one place a name could come from. */
  resolve(parts: readonly Name[], clause: Clause, active: ReadonlySet<Expression>): Resolved {
    const texts = parts.map(({ text }) => text);
    // A qualifier may name a relation of any query around, and does so before it is taken for a struct of an unlisted table.
    for (let block: Block | null = parts.length > 1 ? this : null; block !== null; block = block.parent) {
      const qualified = block.#qualified(texts) ?? block.#listed(texts);
      if (qualified !== null) return qualified;
    }
    for (let block: Block | null = this; block !== null; block = block.parent) {
      if (block === this && clause === 'order' && parts.length === 1) {
        const item = block.#alias(texts[0]!, active);
        if (item !== null) return { kind: 'alias', item, rest: [], block };
      }
      const bare = block.#bare(texts, block === this ? clause : 'row', active);
      if (bare !== null) return bare;
    }
    return this.#lastResort(texts);
  }

  #qualified(texts: readonly string[]): Resolved | null {
    const lower = texts.map((text) => text.toLowerCase());
    // The tables of a join that has an alias of its own are still seen by the conditions inside it.
    const members = this.relations.flatMap((relation) => (relation.kind === 'group' ? relation.members : []));
    for (const relation of [...this.relations, ...members]) {
      for (let length = Math.min(lower.length - 1, relation.qualifier.length); length >= 1; length -= 1) {
        if (!matches(relation, lower.slice(0, length))) continue;
        return this.#inRelation(relation, texts.slice(length));
      }
    }
    return null;
  }

  #inRelation(relation: Relation, rest: readonly string[]): Resolved {
    if (rest[0] === '*') return { kind: 'whole', relation, block: this };
    return { kind: 'column', relation, column: rest[0]!, rest: rest.slice(1), block: this };
  }

  #listed(texts: readonly string[]): Resolved | null {
    const [column, ...rest] = texts as [string, ...string[]];
    const relation = this.relations.find((candidate) => knows(candidate, column) === true);
    return relation === undefined ? null : { kind: 'column', relation, column, rest, block: this };
  }

  #bare(texts: readonly string[], clause: Clause, active: ReadonlySet<Expression>): Resolved | null {
    const [column, ...rest] = texts as [string, ...string[]];
    const found = (relation: Relation): Resolved => ({ kind: 'column', relation, column, rest, block: this });
    const listed = this.#listed(texts);
    if (listed !== null) return listed;
    const unknown = this.relations.filter((relation) => knows(relation, column) === null);
    const item = this.#mayUseAlias(clause) ? this.#alias(column, active) : null;
    // A constant of the same name must not hide a column that the table may well have.
    const hides = unknown.length > 0 && (clause === 'filter' || clause === 'row');
    if (item !== null && (!hides || readsColumn(item.of))) return { kind: 'alias', item, rest, block: this };
    if (unknown.length === 1) return found(unknown[0]!);
    if (texts.length === 1) {
      const whole = this.relations.find((relation) => relation.qualifier.at(-1) === column.toLowerCase());
      if (whole !== undefined) return { kind: 'whole', relation: whole, block: this };
    }
    if (unknown.length > 1) return { kind: 'unknown', name: texts.join('.') };
    return null;
  }

  #mayUseAlias(clause: Clause): boolean {
    const { dialect } = this.shared;
    if (clause === 'filter' || clause === 'row') return dialect === 'snowflake' || dialect === 'duckdb';
    return true;
  }

  #alias(name: string, active: ReadonlySet<Expression>): SelectItem | null {
    const wanted = name.toLowerCase();
    return (
      this.select.items.find((item) => item.alias?.text.toLowerCase() === wanted && !active.has(item.of)) ??
      null
    );
  }

  #lastResort(texts: readonly string[]): Resolved {
    const tables = this.relations.filter((relation) => relation.kind === 'table');
    if (this.relations.length === 1 && tables.length === 1) return this.#inRelation(tables[0]!, texts);
    return { kind: 'unknown', name: texts.join('.') };
  }
}

const nameOfExpression = (of: Expression): string | null => {
  if (of.kind === 'column') return of.parts.at(-1)!.text;
  if (of.kind === 'path')
    return typeof of.steps.at(-1) === 'string' ? (of.steps.at(-1) as string) : nameOfExpression(of.of);
  return of.kind === 'call' || of.kind === 'window'
    ? of.kind === 'call'
      ? of.name
      : nameOfExpression(of.call)
    : null;
};
