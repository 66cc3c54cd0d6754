import type { FieldRole } from '../../../../check/facts/audience.ts';
import type { SqlDialect } from '../../../../check/facts/card.ts';
import { Catalog } from './catalog.ts';
import { isSpreading } from './functions.ts';
import { jsonPathOf } from './json-path.ts';
import { isPersonKey } from './person-key.ts';
import {
  type Block,
  type Clause,
  columnsOf,
  functionColumn,
  QueryScope,
  type Relation,
  type Shared,
  type Target,
} from './scope.ts';
import type { Expression, Name, Order, Query, Span, Step } from './tree.ts';

/** One use of a base column, before it has a location. */
export interface ColumnUse {
  readonly field: string;
  readonly role: FieldRole;
  readonly jsonPath: string | null;
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly span: Span | null;
}

export interface Decision {
  readonly uses: readonly ColumnUse[];
  readonly unresolved: readonly string[];
  readonly namedPeople: number | null;
  /** What could not be followed without knowing the columns of a table; null when everything was. */
  readonly obstacle: string | null;
}

interface Context {
  readonly role: FieldRole;
  /** Inside something whose matches are left out. */
  readonly excluding: boolean;
  readonly joining: boolean;
  readonly clause: Clause;
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly steps: readonly Step[];
  /** How many literals a key is compared with, when it is compared with a list of them. */
  readonly listed: number;
  /** Where the column was last written, for columns that a star brings along. */
  readonly written: Span | null;
}

const start: Context = {
  role: 'include',
  excluding: false,
  joining: false,
  clause: 'row',
  path: [],
  values: [],
  steps: [],
  listed: 0,
  written: null,
};
const NO_VALUES: readonly string[] = [];
const MAXIMUM_STEPS = 16;

/**
 * Finds every column that decides who a query returns, through everything the query reads. A column decides when changing
 * its values, rows unchanged, can change who is returned.
 */
export function decide(
  query: Query,
  options: { readonly schema?: Readonly<Record<string, readonly string[]>>; readonly dialect: SqlDialect },
): Decision {
  const walker = new Walker(options);
  walker.outermost(query);
  return {
    uses: walker.uses(),
    unresolved: [...walker.shared.unresolved].sort(),
    namedPeople: walker.namedPeople,
    obstacle: walker.obstacle,
  };
}

class Walker {
  readonly shared: Shared;
  obstacle: string | null = null;
  namedPeople: number | null = null;
  readonly #uses = new Map<string, ColumnUse>();
  readonly #visited = new Set<string>();
  readonly #ids = new WeakMap<object, number>();
  readonly #active = new Set<Expression>();
  #nextId = 1;

  constructor(options: {
    readonly schema?: Readonly<Record<string, readonly string[]>>;
    readonly dialect: SqlDialect;
  }) {
    this.shared = {
      catalog: new Catalog(options.schema),
      dialect: options.dialect,
      unresolved: new Set(),
      opened: new Map(),
    };
  }

  uses(): ColumnUse[] {
    return [...this.#uses.values()];
  }

  outermost(query: Query): void {
    const scope = QueryScope.open(query, null, null, this.shared);
    this.#rows(scope, start);
    this.#setColumns(scope, start);
    this.#targets(scope.all(), { ...start, role: 'output' });
  }

  /** The columns of a set operation decide on both sides; below the outermost one only where rows are compared away. */
  #setColumns(scope: QueryScope, context: Context): void {
    const { body } = scope.query;
    if (body.kind !== 'set') return;
    const [left, right] = scope.sides(body);
    const removing = { ...context, excluding: context.excluding || body.operator === 'except' };
    for (const [side, sideContext] of [
      [left, context],
      [right, removing],
    ] as const) {
      if (side.query.body.kind === 'set') this.#setColumns(side, sideContext);
      else this.#targets(side.all(), sideContext);
    }
  }

  /** Everything that decides which rows a query has. */
  #rows(scope: QueryScope, context: Context): void {
    if (!this.#first('rows', scope, context)) return;
    const plain: Context = {
      ...context,
      values: NO_VALUES,
      steps: [],
      listed: 0,
      clause: 'row',
      joining: false,
    };
    const { body } = scope.query;
    if (body.kind === 'set') this.#setRows(scope, plain);
    if (body.kind === 'select') this.#blockRows(scope.block!, plain);
    const block = scope.block;
    for (const limit of scope.query.limit) if (block !== null) this.#expression(limit, block, plain);
    const ranked = scope.query.limited || (body.kind === 'select' && body.distinctOn.length > 0);
    if (ranked) this.#orders(scope, scope.query.order, { ...plain, role: ranking(plain.role) });
  }

  #setRows(scope: QueryScope, context: Context): void {
    const body = scope.query.body;
    if (body.kind !== 'set') return;
    const [left, right] = scope.sides(body);
    this.#rows(left, context);
    this.#rows(right, { ...context, excluding: context.excluding || body.operator === 'except' });
    if (body.operator === 'except' || body.operator === 'intersect') this.#setColumns(scope, context);
  }

  #blockRows(block: Block, context: Context): void {
    const { select } = block;
    const conditions = select.where.flatMap(conjuncts);
    for (const condition of conditions) this.#markAntiJoin(condition, block);
    for (const relation of block.relations) this.#relationRows(relation, block, context);
    for (const join of block.joins) this.#join(join, block, context);
    for (const condition of conditions) this.#expression(condition, block, { ...context, clause: 'filter' });
    if (select.having !== null) {
      this.#expression(select.having, block, { ...context, clause: 'having' });
      this.#groupKeys(block, context);
    }
    if (select.qualify !== null) this.#expression(select.qualify, block, { ...context, clause: 'having' });
    for (const key of select.distinctOn) this.#ordering(key, block, context);
  }

  /** `LEFT JOIN o … WHERE o.id IS NULL` leaves out whoever has an `o`. */
  #markAntiJoin(condition: Expression, block: Block): void {
    if (condition.kind !== 'null-test' || condition.negated) return;
    const column = columnIn(condition.of);
    if (column === null) return;
    const resolved = block.resolve(column.parts, 'filter', this.#active);
    if (
      (resolved.kind === 'column' || resolved.kind === 'whole') &&
      resolved.block === block &&
      resolved.relation.nullable
    )
      resolved.relation.anti = true;
  }

  #relationRows(relation: Relation, block: Block, context: Context): void {
    const excluding = context.excluding || relation.anti;
    if (relation.kind === 'query')
      this.#rows(relation.scope, { ...context, excluding, path: [...context.path, relation.label] });
    if (relation.kind === 'group') {
      for (const member of relation.members) this.#relationRows(member, block, { ...context, excluding });
    }
    // An inner join with the elements of an array drops the rows whose array is empty.
    if (relation.kind === 'function' && !relation.outer && !relation.nullable)
      for (const argument of relation.arguments) this.#expression(argument, block, { ...context, excluding });
  }

  #join({ source, left, right }: Block['joins'][number], block: Block, context: Context): void {
    for (const condition of source.on.flatMap(conjuncts))
      this.#expression(condition, block, {
        ...context,
        joining: true,
        excluding:
          context.excluding ||
          this.#onlyOf(
            condition,
            block,
            [...right, ...left].filter(({ anti }) => anti),
          ),
      });
    const names = source.natural ? this.#naturalKeys(left, right) : source.using;
    for (const name of names) {
      const key = { ...context, role: joining(context.role), written: name.span };
      for (const relation of [...right, ...this.#holders(left, name)])
        this.#relationColumn(relation, name.text, [], key);
    }
  }

  /** Whether a join condition speaks of nothing but the side whose matches are left out. */
  #onlyOf(condition: Expression, block: Block, relations: readonly Relation[]): boolean {
    if (relations.length === 0) return false;
    const touched = this.#relationsOf(condition, block);
    return touched.size > 0 && [...touched].every((relation) => relations.includes(relation));
  }

  #naturalKeys(left: readonly Relation[], right: readonly Relation[]): Name[] {
    const leftNames = left.flatMap((relation) => columnsOf(relation) ?? [null]);
    const rightNames = right.flatMap((relation) => columnsOf(relation) ?? [null]);
    if (leftNames.includes(null) || rightNames.includes(null)) {
      this.obstacle ??=
        'a natural join compares all columns of the same name, and the columns of its tables are not known';
      return [];
    }
    const lower = new Set(leftNames.map((name) => name!.toLowerCase()));
    return rightNames
      .filter((name) => lower.has(name!.toLowerCase()))
      .map((name) => ({ text: name!, span: null }));
  }

  #holders(left: readonly Relation[], name: Name): readonly Relation[] {
    const wanted = name.text.toLowerCase();
    const holding = left.filter((relation) =>
      columnsOf(relation)?.some((column) => column?.toLowerCase() === wanted),
    );
    return holding.length > 0 ? holding : left.filter((relation) => columnsOf(relation) === null).slice(0, 1);
  }

  #orders(scope: QueryScope, orders: readonly Order[], context: Context): void {
    for (const { of } of orders) {
      if (of.kind === 'literal' && of.type === 'number')
        this.#targets(scope.at(Number(of.text) - 1), context);
      else if (scope.block !== null) this.#ordering(of, scope.block, context);
      else if (of.kind === 'column') this.#targets(scope.named(of.parts.at(-1)!.text), context);
    }
  }

  #ordering(of: Expression, block: Block, context: Context): void {
    if (
      of.kind === 'column' &&
      of.parts.length === 1 &&
      of.parts[0]!.text.toLowerCase() === 'all' &&
      block.outputsNamed('all').every(({ kind }) => kind === 'column')
    )
      this.#targets(
        block.outputs().map(({ target }) => target),
        context,
      );
    else this.#expression(of, block, { ...context, clause: 'order' });
  }

  #targets(targets: readonly Target[], context: Context): void {
    for (const target of targets) {
      if (target.kind === 'expression') this.#followed(target.of, target.block, context);
      else if (target.kind === 'column') this.#relationColumn(target.relation, target.column, [], context);
      else this.#whole(target.relation, target.block, context);
    }
  }

  #followed(of: Expression, block: Block, context: Context): void {
    if (this.#active.has(of)) return;
    this.#active.add(of);
    this.#expression(of, block, { ...context, clause: 'row', joining: false });
    this.#active.delete(of);
  }

  #whole(relation: Relation, block: Block, context: Context): void {
    if (relation.kind === 'query')
      return this.#targets(relation.scope.all(), { ...context, path: [...context.path, relation.label] });
    if (relation.kind === 'group') {
      for (const member of relation.members) this.#whole(member, block, context);
      return;
    }
    if (relation.kind === 'function') {
      for (const argument of relation.arguments) this.#expression(argument, relation.block, context);
      return;
    }
    const names = columnsOf(relation);
    if (names === null) this.#emit(relation.table.name, '*', [], context);
    else for (const name of names) this.#emit(relation.table.name, name!, [], context);
  }

  #relationColumn(relation: Relation, column: string, rest: readonly Step[], given: Context): void {
    const context: Context = {
      ...given,
      steps: rest.length === 0 ? given.steps : [...rest, ...given.steps],
      excluding: given.excluding || (relation.anti && given.role !== 'output'),
    };
    if (context.steps.length > MAXIMUM_STEPS) return;
    if (relation.kind === 'table') {
      const known = relation.table.columns;
      const index = relation.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
      const name =
        index >= 0
          ? (known?.[index] ?? column)
          : (known?.find((other) => other.toLowerCase() === column.toLowerCase()) ?? column);
      return this.#emit(relation.table.name, name, [], context);
    }
    if (relation.kind === 'query') {
      const index = relation.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
      const targets = index >= 0 ? relation.scope.at(index) : relation.scope.named(column);
      const inner = { ...context, path: [...context.path, relation.label] };
      return this.#targets(targets, inner);
    }
    if (relation.kind === 'function') return this.#functionColumn(relation, column, context);
    const holders = this.#holders(relation.members, { text: column, span: null });
    for (const holder of holders)
      this.#relationColumn(holder, column, [], { ...context, path: [...context.path, relation.label] });
    const passes = holders.length > 0 && relation.parts.length === 0;
    if (!passes)
      for (const part of relation.parts) this.#expression(part, relation.block, { ...context, steps: [] });
  }

  #functionColumn(relation: Extract<Relation, { kind: 'function' }>, column: string, context: Context): void {
    const inside = functionColumn(relation, column);
    const path = { ...context, path: [...context.path, relation.label] };
    if (inside !== null)
      return this.#expression(inside.of, relation.block, {
        ...path,
        steps: [...inside.steps, ...context.steps],
      });
    for (const argument of relation.arguments)
      this.#expression(argument, relation.block, { ...path, steps: [] });
    if (
      !isSpreading(relation.name) &&
      relation.arguments.every((argument) => this.#relationsOf(argument, relation.block).size === 0) &&
      this.shared.unresolved.has(`${relation.name}()`)
    )
      this.#emit(relation.name, column, [], context);
  }

  #expression(of: Expression, block: Block, context: Context): void {
    if (of.kind === 'literal' || !this.#first('expression', of, context, block)) return;
    const bare: Context = { ...context, values: NO_VALUES, steps: [], listed: 0 };
    switch (of.kind) {
      case 'column':
        return this.#column(of.parts, of.span, block, context);
      case 'star':
        return this.#targets(
          block.outputs().map(({ target }) => target),
          context,
        );
      case 'path':
        for (const part of of.computed) this.#expression(part, block, bare);
        return this.#expression(of.of, block, { ...context, steps: [...of.steps, ...context.steps] });
      case 'logic':
        for (const operand of of.operands) this.#expression(operand, block, bare);
        return;
      case 'not':
        return this.#expression(of.of, block, { ...bare, role: flipped(context.role) });
      case 'compare':
        return this.#compare(of, block, bare);
      case 'null-test':
        return this.#nullTest(of, block, bare);
      case 'truth-test':
        return this.#expression(of.of, block, of.negated ? { ...bare, role: flipped(context.role) } : bare);
      case 'in':
        return this.#in(of, block, bare);
      case 'exists': {
        const excluding = context.excluding || (context.role === 'exclude') !== of.negated;
        return this.#rows(block.open(of.query), { ...bare, role: plainRole(context.role), excluding });
      }
      case 'subquery': {
        const scope = block.open(of.query);
        this.#rows(scope, {
          ...bare,
          role: plainRole(context.role),
          excluding: context.excluding || context.role === 'exclude',
        });
        return this.#targets(scope.all(), context);
      }
      case 'call':
        return this.#call(of, block, context);
      case 'window':
        return this.#window(of, block, context);
      case 'case':
        return this.#case(of, block, context, bare);
      case 'other':
        for (const part of of.parts) this.#expression(part, block, context);
    }
  }

  #column(parts: readonly Name[], span: Span | null, block: Block, given: Context): void {
    const context: Context = { ...given, written: span ?? given.written };
    const resolved = block.resolve(parts, context.clause, this.#active);
    if (resolved.kind === 'unknown') return this.#emit(null, resolved.name, [], context);
    // Keys of the query outside are what a left-out row is found by; they leave nobody out themselves.
    const outside = resolved.block !== block && context.role === 'join';
    const inner: Context = outside ? { ...context, excluding: false } : context;
    if (resolved.kind === 'alias')
      return this.#followed(resolved.item.of, resolved.block, {
        ...inner,
        steps: [...resolved.rest, ...inner.steps],
      });
    if (resolved.kind === 'whole') {
      if (resolved.relation.kind === 'function')
        return this.#relationColumn(resolved.relation, resolved.relation.qualifier[0]!, [], inner);
      return this.#whole(resolved.relation, resolved.block, inner);
    }
    this.#relationColumn(resolved.relation, resolved.column, resolved.rest, inner);
  }

  #compare(of: Extract<Expression, { kind: 'compare' }>, block: Block, context: Context): void {
    const left = this.#relationsOf(of.left, block);
    const right = new Set(of.right.flatMap((side) => [...this.#relationsOf(side, block)]));
    const links =
      left.size > 0 &&
      right.size > 0 &&
      ![...left].some((relation) => right.has(relation)) &&
      (context.joining || (of.equality && !of.negated));
    const role = links ? joining(context.role) : of.negated ? flipped(context.role) : context.role;
    const rightValues = of.right.flatMap((side) => this.#literals(side, block));
    this.#expression(of.left, block, {
      ...context,
      role,
      values: rightValues,
      listed: of.equality && !of.negated ? rightValues.length : 0,
    });
    const leftValues = this.#literals(of.left, block);
    for (const side of of.right) this.#expression(side, block, { ...context, role, values: leftValues });
  }

  #nullTest(of: Extract<Expression, { kind: 'null-test' }>, block: Block, context: Context): void {
    const present = of.negated !== (context.role === 'exclude');
    if (context.role === 'output') return this.#expression(of.of, block, context);
    const column = columnIn(of.of);
    const resolved = column === null ? null : block.resolve(column.parts, context.clause, this.#active);
    const missing = !present && resolved !== null && resolved.kind === 'column' && resolved.relation.nullable;
    this.#expression(of.of, block, {
      ...context,
      role: context.role === 'rank' ? 'rank' : missing ? 'exclude' : 'include',
    });
  }

  #in(of: Extract<Expression, { kind: 'in' }>, block: Block, context: Context): void {
    const role = of.negated ? flipped(context.role) : context.role;
    if (of.query !== null) {
      const scope = block.open(of.query);
      const excluding = context.excluding || role === 'exclude';
      const values = this.#targetLiterals(scope.all(), 0);
      this.#expression(of.of, block, {
        ...context,
        role,
        values,
        listed: role === 'include' ? values.length : 0,
      });
      this.#rows(scope, { ...context, role: plainRole(role), excluding });
      return this.#targets(scope.all(), { ...context, role: plainRole(role), excluding });
    }
    const values = of.list.flatMap((member) => this.#literals(member, block));
    this.#expression(of.of, block, {
      ...context,
      role,
      values,
      listed: role === 'include' ? values.length : 0,
    });
    const own = this.#literals(of.of, block);
    for (const member of of.list) this.#expression(member, block, { ...context, role, values: own });
  }

  #call(of: Extract<Expression, { kind: 'call' }>, block: Block, context: Context): void {
    const values = of.compares
      ? [...context.values, ...of.arguments.flatMap((argument) => this.#literals(argument, block))]
      : context.values;
    for (const argument of of.arguments) this.#expression(argument, block, { ...context, values });
    const bare: Context = { ...context, values: NO_VALUES, steps: [], listed: 0 };
    if (of.filter !== null) this.#expression(of.filter, block, bare);
    for (const order of of.order) this.#expression(order.of, block, { ...bare, role: ranking(context.role) });
    if (of.aggregate) this.#groupKeys(block, context);
  }

  /** An aggregate that decides does so group by group, so the keys of the groups decide with it. */
  #groupKeys(block: Block, context: Context): void {
    if (context.role === 'output') return;
    const role = context.role === 'exclude' ? 'exclude' : 'include';
    const keys: Context = {
      ...context,
      role,
      values: NO_VALUES,
      steps: [],
      listed: 0,
      clause: 'group',
      joining: false,
    };
    if (!this.#first('keys', block, keys)) return;
    const { group } = block.select;
    if (group === 'all') {
      for (const item of block.select.items) if (!aggregates(item.of)) this.#expression(item.of, block, keys);
      return;
    }
    for (const key of group) {
      const position =
        key.kind === 'literal' && key.type === 'number' ? block.outputs()[Number(key.text) - 1] : undefined;
      if (position !== undefined) this.#targets([position.target], keys);
      else this.#expression(key, block, keys);
    }
  }

  #window(of: Extract<Expression, { kind: 'window' }>, block: Block, context: Context): void {
    const named =
      of.named === null
        ? undefined
        : block.select.windows.find(({ name }) => name.toLowerCase() === of.named!.toLowerCase());
    const bare: Context = { ...context, values: NO_VALUES, steps: [], listed: 0 };
    const { call } = of;
    if (call.kind === 'call') {
      for (const argument of call.arguments) this.#expression(argument, block, context);
      if (call.filter !== null) this.#expression(call.filter, block, bare);
      for (const order of call.order)
        this.#expression(order.of, block, { ...bare, role: ranking(context.role) });
    } else this.#expression(call, block, context);
    const role = context.role === 'output' ? 'output' : context.role === 'exclude' ? 'exclude' : 'include';
    for (const key of [...of.partition, ...(named?.partition ?? [])])
      this.#expression(key, block, { ...bare, role });
    for (const order of [...of.order, ...(named?.order ?? [])])
      this.#expression(order.of, block, { ...bare, role: ranking(context.role) });
  }

  #case(of: Extract<Expression, { kind: 'case' }>, block: Block, context: Context, bare: Context): void {
    if (of.operand !== null) {
      const values = of.branches.flatMap(({ when }) => this.#literals(when, block));
      this.#expression(of.operand, block, { ...bare, values });
    }
    for (const { when, then } of of.branches) {
      this.#expression(when, block, bare);
      this.#expression(then, block, context);
    }
    if (of.otherwise !== null) this.#expression(of.otherwise, block, context);
  }

  /** The relations whose columns an expression reads itself, subqueries aside. */
  #relationsOf(of: Expression, block: Block): Set<Relation> {
    const found = new Set<Relation>();
    const pending: Expression[] = [of];
    while (pending.length > 0) {
      const next = pending.pop()!;
      if (next.kind === 'column') {
        const resolved = block.resolve(next.parts, 'row', this.#active);
        if (resolved.kind === 'column' || resolved.kind === 'whole') found.add(resolved.relation);
      } else pending.push(...childrenOf(next));
    }
    return found;
  }

  /** The literals that an expression can come to, as they are written. */
  #literals(of: Expression, block: Block, depth = 0): string[] {
    if (depth > 12) return [];
    switch (of.kind) {
      case 'literal':
        return of.type === 'null' ? [] : [of.written];
      case 'column': {
        const resolved = block.resolve(of.parts, 'row', this.#active);
        if (resolved.kind !== 'column' || resolved.relation.kind !== 'query') return [];
        const { relation, column } = resolved;
        const index = relation.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
        return this.#targetLiterals(
          index >= 0 ? relation.scope.at(index) : relation.scope.named(column),
          depth + 1,
        );
      }
      case 'case':
        return [
          ...of.branches.map(({ then }) => then),
          ...(of.otherwise === null ? [] : [of.otherwise]),
        ].flatMap((part) => this.#literals(part, block, depth + 1));
      case 'call':
        return of.arguments
          .flatMap((argument) => this.#literals(argument, block, depth + 1))
          .filter((literal) => !DATE_PART.test(literal));
      case 'other':
        return of.parts.flatMap((part) => this.#literals(part, block, depth + 1));
      default:
        return [];
    }
  }

  #targetLiterals(targets: readonly Target[], depth: number): string[] {
    return targets.flatMap((target) =>
      target.kind === 'expression' &&
      depth < 12 &&
      (target.of.kind === 'literal' || target.of.kind === 'column')
        ? this.#literals(target.of, target.block, depth + 1)
        : [],
    );
  }

  #emit(table: string | null, column: string, rest: readonly Step[], context: Context): void {
    const field = table === null ? column : `${table}.${column}`;
    const jsonPath = jsonPathOf([...rest, ...context.steps]);
    const path = [...(table === null ? [] : [table]), ...context.path.toReversed()];
    if (context.listed > 0 && isPersonKey(table, column))
      this.namedPeople = (this.namedPeople ?? 0) + context.listed;
    for (const role of rolesOf(context)) {
      const key = `${field}\0${role}\0${jsonPath}\0${context.written?.start ?? ''}`;
      const known = this.#uses.get(key);
      const values =
        known === undefined ? context.values : [...new Set([...known.values, ...context.values])];
      this.#uses.set(key, {
        field,
        role,
        jsonPath,
        path: known?.path ?? path,
        values,
        span: context.written,
      });
    }
  }

  /** Whether this place is met for the first time in this light; ends recursion and repeated work. */
  #first(kind: string, place: object, context: Context, block?: Block): boolean {
    const values = context.values.length === 0 ? 0 : context.values.join('\u0001');
    const key = `${kind}|${this.#id(place)}|${block === undefined ? '' : this.#id(block)}|${context.role}|${context.excluding}|${context.joining}|${context.clause}|${context.steps.join('.')}|${values}`;
    if (this.#visited.has(key)) return false;
    this.#visited.add(key);
    return true;
  }

  #id(place: object): number {
    const known = this.#ids.get(place);
    if (known !== undefined) return known;
    this.#ids.set(place, this.#nextId);
    this.#nextId += 1;
    return this.#nextId - 1;
  }
}

const DATE_PART =
  /^'(?:year|quarter|month|week|day|hour|minute|second|dow|doy|epoch|isodow|millisecond)s?'$/i;

const flipped = (role: FieldRole): FieldRole =>
  role === 'include' ? 'exclude' : role === 'exclude' ? 'include' : role;
const joining = (role: FieldRole): FieldRole => (role === 'output' || role === 'rank' ? role : 'join');
const ranking = (role: FieldRole): FieldRole => (role === 'output' ? 'output' : 'rank');
const plainRole = (role: FieldRole): FieldRole => (role === 'output' ? 'output' : 'include');

function rolesOf({ role, excluding }: Context): readonly FieldRole[] {
  if (!excluding) return [role];
  if (role === 'join') return ['join', 'exclude'];
  return [role === 'include' ? 'exclude' : role];
}

const conjuncts = (of: Expression): readonly Expression[] =>
  of.kind === 'logic' && of.operator === 'and' ? of.operands.flatMap(conjuncts) : [of];

/** The one column that an expression is a form of, as in `lower(o.id)` or `o.traits->>'x'`. */
function columnIn(of: Expression): Extract<Expression, { kind: 'column' }> | null {
  if (of.kind === 'column') return of;
  if (of.kind === 'path') return columnIn(of.of);
  if (of.kind === 'call' && of.arguments.length === 1) return columnIn(of.arguments[0]!);
  return null;
}

function childrenOf(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case 'path':
      return [of.of, ...of.computed];
    case 'logic':
      return of.operands;
    case 'not':
    case 'null-test':
    case 'truth-test':
      return [of.of];
    case 'compare':
      return [of.left, ...of.right];
    case 'in':
      return [of.of, ...of.list];
    case 'call':
      return of.arguments;
    case 'window':
      return [of.call, ...of.partition, ...of.order.map((order) => order.of)];
    case 'case':
      return [
        ...(of.operand === null ? [] : [of.operand]),
        ...of.branches.flatMap(({ when, then }) => [when, then]),
        ...(of.otherwise === null ? [] : [of.otherwise]),
      ];
    case 'other':
      return of.parts;
    default:
      return [];
  }
}

const aggregates = (of: Expression): boolean =>
  (of.kind === 'call' && of.aggregate) || childrenOf(of).some(aggregates);
