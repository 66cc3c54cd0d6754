/** A source of numbers from a seed, so that a query that was read wrongly can be made again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  /** An integer in `[0, below)`. */
  below(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  often(percent: number): boolean {
    return this.below(100) < percent;
  }
}

export const TABLES: Readonly<Record<string, readonly string[]>> = {
  people: ['id', 'age', 'city', 'score', 'home'],
  orders: ['oid', 'person', 'total', 'kind', 'day'],
  optouts: ['who', 'channel', 'since'],
};

interface Relation {
  readonly alias: string;
  readonly sql: string;
  readonly columns: readonly string[];
  readonly key: string;
}

/** A random query over `TABLES` whose first column says who is returned. */
export function randomQuery(chance: Chance): string {
  return new Writer(chance).query();
}

class Writer {
  readonly #chance: Chance;
  #aliases = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  query(): string {
    const ctes: Relation[] = [];
    const count = this.#chance.below(3);
    const texts: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const cte = this.#derived(ctes, 1);
      const name = `cte${index}`;
      texts.push(`${name} AS (${cte.sql})`);
      ctes.push({ ...cte, alias: name, sql: name });
    }
    const body = this.#chance.often(25) ? this.#setOperation(ctes) : this.#select(ctes, 0).sql;
    return `${texts.length === 0 ? '' : `WITH ${texts.join(', ')} `}${body}`;
  }

  #setOperation(ctes: readonly Relation[]): string {
    const operator = this.#chance.of(['UNION', 'INTERSECT', 'EXCEPT']);
    return `${this.#keys(ctes)} ${operator} ${this.#keys(ctes)}`;
  }

  /** One column that names people. */
  #keys(ctes: readonly Relation[]): string {
    const relation = this.#relation(ctes, 1);
    const where = this.#chance.often(70) ? ` WHERE ${this.#condition([relation], ctes, 1)}` : '';
    return `SELECT ${relation.alias}.${relation.key} FROM ${this.#from(relation)}${where}`;
  }

  #alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }

  #from = (relation: Relation): string => `${relation.sql} AS ${relation.alias}`;

  #relation(ctes: readonly Relation[], depth: number): Relation {
    const alias = this.#alias();
    if (ctes.length > 0 && this.#chance.often(35)) return { ...this.#chance.of(ctes), alias };
    if (depth < 2 && this.#chance.often(20)) {
      const inner = this.#derived(ctes, depth + 1);
      return { ...inner, alias, sql: `(${inner.sql})` };
    }
    return { ...this.#table(), alias };
  }

  #table(): Relation {
    const sql = this.#chance.of(['people', 'people', 'orders', 'optouts']);
    return {
      alias: sql,
      sql,
      columns: TABLES[sql]!,
      key: { people: 'id', orders: 'person', optouts: 'who' }[sql]!,
    };
  }

  /** A subquery with columns of its own: filtered, grouped, numbered, or taken as it is. */
  #derived(ctes: readonly Relation[], depth: number): Relation {
    const relation = this.#relation(ctes, depth + 1);
    const { alias, key } = relation;
    const other = this.#chance.of(relation.columns.filter((column) => column !== key));
    const another = this.#chance.of(relation.columns);
    const where = this.#chance.often(60) ? ` WHERE ${this.#condition([relation], ctes, depth + 1)}` : '';
    const from = `FROM ${this.#from(relation)}${where}`;
    switch (this.#chance.below(5)) {
      case 0:
        return {
          alias,
          key: 'k',
          columns: ['k', 'v'],
          sql: `SELECT ${alias}.${key} AS k, ${this.#chance.of(['count(*)', `sum(${alias}.${other})`, `max(${alias}.${other})`, `count(DISTINCT ${alias}.${other})`])} AS v ${from} GROUP BY ${this.#chance.of(['1', `${alias}.${key}`])}${this.#chance.often(30) ? ` HAVING count(*) > ${this.#chance.below(3)}` : ''}`,
        };
      case 1:
        return {
          alias,
          key: 'k',
          columns: ['k', 'v', 'w'],
          sql: `SELECT ${alias}.${key} AS k, ${alias}.${other} AS v, row_number() OVER (PARTITION BY ${alias}.${another} ORDER BY ${alias}.${other}, ${alias}.${key}) AS w ${from}`,
        };
      case 2:
        return {
          alias,
          key: 'k',
          columns: ['k', 'v'],
          sql: `SELECT ${alias}.${key} AS k, CASE WHEN ${alias}.${other} > ${this.#chance.below(4)} THEN ${alias}.${another} ELSE ${this.#chance.below(4)} END AS v ${from}`,
        };
      case 3:
        return { alias, key, columns: relation.columns, sql: `SELECT * ${from}` };
      default:
        return {
          alias,
          key: 'k',
          columns: ['k', 'v'],
          sql: `SELECT ${alias}.${key} AS k, coalesce(${alias}.${other}, 0) + ${alias}.${another} AS v ${from}`,
        };
    }
  }

  #select(ctes: readonly Relation[], depth: number): Relation {
    const first = this.#relation(ctes, depth + 1);
    const relations = [first];
    let from = this.#from(first);
    let anti = '';
    for (let joins = this.#chance.below(3); joins > 0; joins -= 1) {
      const joined = this.#relation(ctes, depth + 1);
      const kind = this.#chance.of(['JOIN', 'LEFT JOIN', 'ANTI']);
      const on = `${joined.alias}.${joined.key} = ${first.alias}.${first.key}`;
      const extra = this.#chance.often(30) ? ` AND ${this.#simple(joined)}` : '';
      from += ` ${kind === 'ANTI' ? 'LEFT JOIN' : kind} ${this.#from(joined)} ON ${on}${extra}`;
      if (kind === 'ANTI') anti += ` AND ${joined.alias}.${joined.key} IS NULL`;
      else relations.push(joined);
    }
    const where = ` WHERE ${this.#condition(relations, ctes, depth)}${anti}`;
    const key = `${first.alias}.${first.key}`;
    const order = this.#chance.often(20)
      ? ` ORDER BY ${this.#column(relations)}, ${key} LIMIT ${1 + this.#chance.below(3)}`
      : '';
    return {
      alias: first.alias,
      key: first.key,
      columns: [first.key],
      sql: `SELECT ${key} FROM ${from}${where}${order}`,
    };
  }

  #column(relations: readonly Relation[]): string {
    const relation = this.#chance.of(relations);
    return `${relation.alias}.${this.#chance.of(relation.columns)}`;
  }

  #simple(relation: Relation): string {
    return `${this.#column([relation])} ${this.#chance.of(['=', '<>', '>', '<', '>='])} ${this.#chance.below(4)}`;
  }

  #condition(relations: readonly Relation[], ctes: readonly Relation[], depth: number): string {
    const { below, of } = {
      below: (n: number) => this.#chance.below(n),
      of: <T>(choices: readonly T[]) => this.#chance.of(choices),
    };
    const one = (): string => {
      const relation = of(relations);
      const outer = `${relation.alias}.${relation.key}`;
      switch (below(depth < 2 ? 13 : 6)) {
        case 0:
          return `${this.#column(relations)} IN (${below(4)}, ${below(4)})`;
        case 1:
          return `NOT (${this.#simple(relation)} OR ${this.#simple(relation)})`;
        case 2:
          return `${this.#column(relations)} BETWEEN ${below(2)} AND ${1 + below(3)}`;
        case 3:
          return `${this.#column(relations)} IS ${of(['', 'NOT '])}NULL`;
        case 4:
        case 5:
        case 6:
          return this.#simple(relation);
        case 7:
        case 8:
          return `${outer} ${of(['', 'NOT '])}IN (${this.#notNull(ctes)})`;
        case 9:
        case 10: {
          const inner = this.#relation(ctes, depth + 1);
          return `${of(['', 'NOT '])}EXISTS (SELECT 1 FROM ${this.#from(inner)} WHERE ${inner.alias}.${inner.key} = ${outer}${this.#chance.often(60) ? ` AND ${this.#simple(inner)}` : ''})`;
        }
        case 11: {
          const inner = { ...this.#table(), alias: this.#alias() };
          const measured = of(inner.columns);
          return `(SELECT ${of(['count(*)', `max(${inner.alias}.${measured})`, `sum(${inner.alias}.${measured})`])} FROM ${this.#from(inner)} WHERE ${inner.alias}.${inner.key} = ${outer}) > ${below(3)}`;
        }
        default:
          return `CASE WHEN ${this.#simple(relation)} THEN ${this.#column(relations)} ELSE ${below(3)} END >= ${1 + below(2)}`;
      }
    };
    const parts = Array.from({ length: 1 + below(3) }, one);
    return parts.length > 1 && this.#chance.often(30) ? `(${parts.join(' OR ')})` : parts.join(' AND ');
  }

  /** `NOT IN` over a null returns nobody, which would hide every other condition. */
  #notNull(ctes: readonly Relation[]): string {
    const relation = this.#relation(ctes, 2);
    const key = `${relation.alias}.${relation.key}`;
    return `SELECT ${key} FROM ${this.#from(relation)} WHERE ${key} IS NOT NULL AND ${this.#simple(relation)}`;
  }
}
