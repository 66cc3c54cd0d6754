import type { Block } from '../block.ts';
import { columnsOf, functionColumn } from '../relation-columns.ts';
import type { Relation, Target } from '../scope.ts';
import type { Expression, Name, Span, Step } from '../tree.ts';
import { type Context, MAXIMUM_STEPS } from './context.ts';
import { holders } from './relations.ts';
import type { Walk } from './walk.ts';

/** Follows a column down to the columns of tables that it is made of. */
export class ColumnWalker {
  readonly #walk: Walk;

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  targets(targets: readonly Target[], context: Context): void {
    for (const target of targets) {
      if (target.kind === 'expression') this.followed(target.of, target.block, context);
      else if (target.kind === 'column') this.relationColumn(target.relation, target.column, [], context);
      else this.whole(target.relation, target.block, context);
    }
  }

  followed(of: Expression, block: Block, context: Context): void {
    if (this.#walk.active.has(of)) return;
    this.#walk.active.add(of);
    this.#walk.expressions.expression(of, block, { ...context, clause: 'row', joining: false });
    this.#walk.active.delete(of);
  }

  whole(relation: Relation, block: Block, context: Context): void {
    if (relation.kind === 'query') {
      this.targets(relation.scope.all(), { ...context, path: [...context.path, relation.label] });
      return;
    }
    if (relation.kind === 'group') {
      for (const member of relation.members) this.whole(member, block, context);
      return;
    }
    if (relation.kind === 'function') {
      for (const argument of relation.arguments)
        this.#walk.expressions.expression(argument, relation.block, context);
      return;
    }
    const names = columnsOf(relation) ?? ['*'];
    const placed = { ...context, written: context.written ?? relation.span };
    for (const name of names) this.#walk.uses.add(relation.table.name, name!, [], placed);
  }

  relationColumn(relation: Relation, column: string, rest: readonly Step[], given: Context): void {
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
      this.#walk.uses.add(relation.table.name, name, [], {
        ...context,
        written: context.written ?? relation.span,
      });
      return;
    }
    if (relation.kind === 'query') {
      const index = relation.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
      const targets = index >= 0 ? relation.scope.at(index) : relation.scope.named(column);
      const inner = { ...context, path: [...context.path, relation.label] };
      this.targets(targets, inner);
      return;
    }
    if (relation.kind === 'function') {
      this.#functionColumn(relation, column, context);
      return;
    }
    const holding = holders(relation.members, { text: column, span: null });
    for (const holder of holding)
      this.relationColumn(holder, column, [], { ...context, path: [...context.path, relation.label] });
    const passes = holding.length > 0 && relation.parts.length === 0;
    if (!passes)
      for (const part of relation.parts)
        this.#walk.expressions.expression(part, relation.block, { ...context, steps: [] });
  }

  #functionColumn(relation: Extract<Relation, { kind: 'function' }>, column: string, context: Context): void {
    const inside = functionColumn(relation, column);
    const path = { ...context, path: [...context.path, relation.label] };
    if (inside !== null) {
      this.#walk.expressions.expression(inside.of, relation.block, {
        ...path,
        steps: [...inside.steps, ...context.steps],
      });
      return;
    }
    for (const argument of relation.arguments)
      this.#walk.expressions.expression(argument, relation.block, { ...path, steps: [] });
    // What a function that is not at hand gives can only be called by its name.
    if (this.#walk.shared.unresolved.has(`${relation.name}()`))
      this.#walk.uses.add(relation.name, column, [], context);
  }

  column(parts: readonly Name[], span: Span | null, block: Block, given: Context): void {
    const context: Context = { ...given, written: span ?? given.written };
    const resolved = block.resolve(parts, context.clause, this.#walk.active);
    if (resolved.kind === 'unknown') {
      this.#walk.uses.add(null, resolved.name, [], context);
      return;
    }
    // Keys of the query outside are what a left-out row is found by; they leave nobody out themselves.
    const outside = resolved.block !== block && context.role === 'join';
    const inner: Context = outside ? { ...context, excluding: false } : context;
    if (resolved.kind === 'alias') {
      this.followed(resolved.item.of, resolved.block, {
        ...inner,
        steps: [...resolved.rest, ...inner.steps],
      });
      return;
    }
    if (resolved.kind === 'whole') {
      if (resolved.relation.kind === 'function') {
        this.relationColumn(resolved.relation, resolved.relation.qualifier[0]!, [], inner);
        return;
      }
      this.whole(resolved.relation, resolved.block, inner);
      return;
    }
    this.relationColumn(resolved.relation, resolved.column, resolved.rest, inner);
  }
}
