import type { Block } from '../block.ts';
import { choosesPerson } from '../choosing.ts';
import { aggregates, membersOf } from '../expression-parts.ts';
import { passesOn } from '../functions.ts';
import type { Expression } from '../tree.ts';
import { type Context, flipped, joining, NO_VALUES, plainRole, ranking } from './context.ts';
import { literalsOf, targetLiterals } from './literals.ts';
import { mayBeMissing, relationsOf } from './relations.ts';
import type { Walk } from './walk.ts';

/** Finds the columns by which an expression decides, and in which role each does. */
export class ExpressionWalker {
  readonly #walk: Walk;

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  expression(of: Expression, block: Block, context: Context): void {
    if (of.kind === 'literal' || !this.#walk.visited.first('expression', of, context, block)) return;
    const bare: Context = { ...context, values: NO_VALUES, steps: [], listed: 0 };
    switch (of.kind) {
      case 'column':
        this.#walk.columns.column(of.parts, of.span, block, context);
        return;
      case 'star':
        this.#walk.columns.targets(block.starTargets(of), context);
        return;
      case 'path':
        for (const part of of.computed) this.expression(part, block, bare);
        this.expression(of.of, block, { ...context, steps: [...of.steps, ...context.steps] });
        return;
      case 'logic':
        for (const operand of of.operands)
          this.expression(operand, block, { ...bare, certain: bare.certain && of.operator === 'and' });
        return;
      case 'not':
        this.expression(of.of, block, { ...bare, role: flipped(context.role), certain: false });
        return;
      case 'compare':
        this.#compare(of, block, bare);
        return;
      case 'null-test':
        this.#nullTest(of, block, bare);
        return;
      case 'truth-test':
        this.expression(of.of, block, of.negated ? { ...bare, role: flipped(context.role) } : bare);
        return;
      case 'in':
        this.#in(of, block, bare);
        return;
      case 'exists': {
        const excluding = context.excluding || (context.role === 'exclude') !== of.negated;
        this.#walk.rows.rows(block.open(of.query), { ...bare, role: plainRole(context.role), excluding });
        return;
      }
      case 'subquery': {
        const scope = block.open(of.query);
        this.#walk.rows.rows(scope, {
          ...bare,
          role: plainRole(context.role),
          excluding: context.excluding || context.role === 'exclude',
        });
        this.#walk.columns.targets(scope.all(), context);
        return;
      }
      case 'call':
        this.#call(of, block, context);
        return;
      case 'window':
        this.#window(of, block, context);
        return;
      case 'case':
        this.#case(of, block, { ...context, certain: false }, { ...bare, certain: false });
        return;
      case 'other':
        for (const part of of.parts) this.expression(part, block, context);
    }
  }

  #compare(of: Extract<Expression, { kind: 'compare' }>, block: Block, context: Context): void {
    const { active } = this.#walk;
    const left = relationsOf(of.left, block, active);
    const right = new Set(of.right.flatMap((side) => [...relationsOf(side, block, active)]));
    const links =
      left.size > 0 &&
      right.size > 0 &&
      ![...left].some((relation) => right.has(relation)) &&
      (context.joining || (of.equality && !of.negated));
    const role = links ? joining(context.role) : of.negated ? flipped(context.role) : context.role;
    const rightValues = of.right.flatMap((side) => literalsOf(side, block, active));
    this.expression(of.left, block, {
      ...context,
      role,
      values: rightValues,
      listed: of.equality && !of.negated ? rightValues.length : 0,
    });
    const leftValues = literalsOf(of.left, block, active);
    for (const side of of.right) this.expression(side, block, { ...context, role, values: leftValues });
  }

  #nullTest(of: Extract<Expression, { kind: 'null-test' }>, block: Block, context: Context): void {
    const present = of.negated !== (context.role === 'exclude');
    if (context.role === 'output') {
      this.expression(of.of, block, context);
      return;
    }
    const missing = !present && mayBeMissing(of.of, block, this.#walk.active);
    this.expression(of.of, block, {
      ...context,
      role: context.role === 'rank' ? 'rank' : missing ? 'exclude' : 'include',
    });
  }

  #in(of: Extract<Expression, { kind: 'in' }>, block: Block, context: Context): void {
    const { active } = this.#walk;
    const role = of.negated ? flipped(context.role) : context.role;
    if (of.query !== null) {
      const scope = block.open(of.query);
      const excluding = context.excluding || role === 'exclude';
      const values = targetLiterals(scope.all(), active);
      this.expression(of.of, block, {
        ...context,
        role,
        values,
        listed: role === 'include' ? values.length : 0,
      });
      this.#walk.rows.rows(scope, { ...context, role: plainRole(role), excluding });
      this.#walk.columns.targets(scope.all(), { ...context, role: plainRole(role), excluding });
      return;
    }
    const tuple = membersOf(of.of);
    if (tuple.length > 1 && of.list.every((row) => membersOf(row).length === tuple.length)) {
      // `(a, b) IN ((1, 2), (3, 4))` compares each column with its own place.
      for (const [index, member] of tuple.entries())
        this.expression(member, block, {
          ...context,
          role,
          values: of.list.flatMap((row) => literalsOf(membersOf(row)[index]!, block, active)),
        });
      return;
    }
    const values = of.list.flatMap((member) => literalsOf(member, block, active));
    this.expression(of.of, block, {
      ...context,
      role,
      values,
      listed: role === 'include' ? values.length : 0,
    });
    const own = literalsOf(of.of, block, active);
    for (const member of of.list) this.expression(member, block, { ...context, role, values: own });
  }

  #call(of: Extract<Expression, { kind: 'call' }>, block: Block, context: Context): void {
    const { active } = this.#walk;
    const values = of.compares
      ? [...context.values, ...of.arguments.flatMap((argument) => literalsOf(argument, block, active))]
      : context.values;
    // A step into what a function gives is no step into what it is given, unless it passes that on.
    const steps = passesOn(of.name) ? context.steps : [];
    const listed = KEEPS_IDENTITY.test(of.name) ? context.listed : 0;
    for (const argument of of.arguments)
      this.expression(argument, block, { ...context, values, steps, listed });
    const bare: Context = { ...context, values: NO_VALUES, steps: [], listed: 0 };
    if (of.filter !== null) this.expression(of.filter, block, bare);
    for (const order of of.order) this.expression(order.of, block, { ...bare, role: ranking(context.role) });
    if (of.aggregate)
      this.groupKeys(
        block,
        context.role === 'output' && choosesPerson(of, block) ? { ...context, role: 'include' } : context,
      );
  }

  /** An aggregate that decides does so group by group, so the keys of the groups decide with it. */
  groupKeys(block: Block, context: Context): void {
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
    if (!this.#walk.visited.first('keys', block, keys)) return;
    const { group } = block.select;
    if (group === 'all') {
      for (const item of block.select.items) if (!aggregates(item.of)) this.expression(item.of, block, keys);
      return;
    }
    for (const key of group) {
      const position =
        key.kind === 'literal' && key.type === 'number' ? block.outputs()[Number(key.text) - 1] : undefined;
      if (position !== undefined) this.#walk.columns.targets([position.target], keys);
      else this.expression(key, block, keys);
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
      for (const argument of call.arguments) this.expression(argument, block, context);
      if (call.filter !== null) this.expression(call.filter, block, bare);
      for (const order of call.order)
        this.expression(order.of, block, { ...bare, role: ranking(context.role) });
    } else this.expression(call, block, context);
    const role = context.role === 'output' ? 'output' : context.role === 'exclude' ? 'exclude' : 'include';
    for (const key of [...of.partition, ...(named?.partition ?? [])])
      this.expression(key, block, { ...bare, role });
    for (const order of [...of.order, ...(named?.order ?? [])])
      this.expression(order.of, block, { ...bare, role: ranking(context.role) });
  }

  #case(of: Extract<Expression, { kind: 'case' }>, block: Block, context: Context, bare: Context): void {
    const { active } = this.#walk;
    if (of.operand !== null) {
      const values = of.branches.flatMap(({ when }) => literalsOf(when, block, active));
      this.expression(of.operand, block, { ...bare, values });
    }
    for (const { when, gives } of of.branches) {
      this.expression(when, block, bare);
      this.expression(gives, block, context);
    }
    if (of.otherwise !== null) this.expression(of.otherwise, block, context);
  }
}

/** Functions whose results tell people apart as well as what they are given. */
const KEEPS_IDENTITY = /^(?:lower|upper|trim|btrim|ltrim|rtrim|coalesce)$/;
