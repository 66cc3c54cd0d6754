import type { Block } from '../block.ts';
import { columnIn, conjuncts } from '../expression-parts.ts';
import { columnsOf } from '../relation-columns.ts';
import type { QueryScope, Relation } from '../scope.ts';
import type { Expression, Name, Order, Query } from '../tree.ts';
import { type Context, joining, NO_VALUES, ranking, start } from './context.ts';
import { holders, relationsOf } from './relations.ts';
import type { Walk } from './walk.ts';

/** Finds what decides which rows a query has: its sources, joins, conditions, and order where it is cut off. */
export class RowWalker {
  readonly #walk: Walk;

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  outermost(query: Query): void {
    const scope = this.#walk.shared.open(query, null, null);
    this.rows(scope, start);
    this.#setColumns(scope, start);
    this.#walk.columns.targets(scope.all(), { ...start, role: 'output' });
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
      else this.#walk.columns.targets(side.all(), sideContext);
    }
  }

  /** Everything that decides which rows a query has. */
  rows(scope: QueryScope, context: Context): void {
    if (!this.#walk.visited.first('rows', scope, context)) return;
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
    for (const limit of scope.query.limit)
      if (block !== null) this.#walk.expressions.expression(limit, block, plain);
    const ranked = scope.query.limited || (body.kind === 'select' && body.distinctOn.length > 0);
    if (ranked) this.#orders(scope, scope.query.order, { ...plain, role: ranking(plain.role) });
  }

  #setRows(scope: QueryScope, context: Context): void {
    const body = scope.query.body;
    if (body.kind !== 'set') return;
    const [left, right] = scope.sides(body);
    // Whoever one side of a UNION does not return, the other may.
    const certain = context.certain && !body.operator.startsWith('union');
    this.rows(left, { ...context, certain });
    this.rows(right, { ...context, certain, excluding: context.excluding || body.operator === 'except' });
    if (body.operator === 'except' || body.operator === 'intersect') this.#setColumns(scope, context);
  }

  #blockRows(block: Block, context: Context): void {
    const { select } = block;
    const conditions = select.where.flatMap(conjuncts);
    for (const condition of conditions) this.#markAntiJoin(condition, block);
    for (const relation of block.relations) this.#relationRows(relation, block, context);
    for (const join of block.joins) this.#join(join, block, context);
    for (const condition of conditions)
      this.#walk.expressions.expression(condition, block, { ...context, clause: 'filter' });
    if (select.having !== null) {
      this.#walk.expressions.expression(select.having, block, { ...context, clause: 'having' });
      this.#walk.expressions.groupKeys(block, context);
    }
    if (select.qualify !== null)
      this.#walk.expressions.expression(select.qualify, block, { ...context, clause: 'having' });
    for (const key of select.distinctOn) this.ordering(key, block, context);
  }

  /** `LEFT JOIN o … WHERE o.id IS NULL` leaves out whoever has an `o`. */
  #markAntiJoin(condition: Expression, block: Block): void {
    if (condition.kind !== 'null-test' || condition.negated) return;
    const column = columnIn(condition.of);
    if (column === null) return;
    const resolved = block.resolve(column.parts, 'filter', this.#walk.active);
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
      this.rows(relation.scope, { ...context, excluding, path: [...context.path, relation.label] });
    if (relation.kind === 'group') {
      for (const member of relation.members) this.#relationRows(member, block, { ...context, excluding });
    }
    // An inner join with the elements of an array drops the rows whose array is empty.
    if (relation.kind === 'function' && !relation.outer && !relation.nullable)
      for (const argument of relation.arguments)
        this.#walk.expressions.expression(argument, block, { ...context, excluding });
  }

  #join({ source, left, right }: Block['joins'][number], block: Block, context: Context): void {
    for (const condition of source.on.flatMap(conjuncts))
      this.#walk.expressions.expression(condition, block, {
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
      for (const relation of [...right, ...holders(left, name)])
        this.#walk.columns.relationColumn(relation, name.text, [], key);
    }
  }

  /** Whether a join condition speaks of nothing but the side whose matches are left out. */
  #onlyOf(condition: Expression, block: Block, relations: readonly Relation[]): boolean {
    if (relations.length === 0) return false;
    const touched = relationsOf(condition, block, this.#walk.active);
    return touched.size > 0 && [...touched].every((relation) => relations.includes(relation));
  }

  #naturalKeys(left: readonly Relation[], right: readonly Relation[]): Name[] {
    const leftNames = left.flatMap((relation) => columnsOf(relation) ?? [null]);
    const rightNames = right.flatMap((relation) => columnsOf(relation) ?? [null]);
    if (leftNames.includes(null) || rightNames.includes(null)) {
      this.#walk.obstacle ??=
        'a natural join compares all columns of the same name, and the columns of its tables are not known';
      return [];
    }
    const lower = new Set(leftNames.map((name) => name!.toLowerCase()));
    return rightNames
      .filter((name) => lower.has(name!.toLowerCase()))
      .map((name) => ({ text: name!, span: null }));
  }

  #orders(scope: QueryScope, orders: readonly Order[], context: Context): void {
    for (const { of } of orders) {
      if (of.kind === 'literal' && of.type === 'number')
        this.#walk.columns.targets(scope.at(Number(of.text) - 1), context);
      else if (scope.block !== null) this.ordering(of, scope.block, context);
      else if (of.kind === 'column') this.#walk.columns.targets(scope.named(of.parts.at(-1)!.text), context);
    }
  }

  ordering(of: Expression, block: Block, context: Context): void {
    if (
      of.kind === 'column' &&
      of.parts.length === 1 &&
      of.parts[0]!.text.toLowerCase() === 'all' &&
      block.outputsNamed('all').every(({ kind }) => kind === 'column')
    )
      this.#walk.columns.targets(
        block.outputs().map(({ target }) => target),
        context,
      );
    else this.#walk.expressions.expression(of, block, { ...context, clause: 'order' });
  }
}
