import { type Problem, problem } from '../../../../kernel/problem.ts';
import type { Location, SourceText } from '../../../../kernel/source-text.ts';
import { readYaml, type YamlDocument } from '../../../../kernel/yaml-document.ts';
import { all, any, type Condition, type Leaf, leaf, not, usesOf } from '../condition.ts';
import { type FormatResult, notRead, type RawUse } from '../raw-use.ts';
import { isPersonKey } from '../sql/person-key.ts';
import { type Definition, definitionSchema, QUESTIONS, type Rule } from './rule-schema.ts';

const HEADS = [
  'all',
  'any',
  'not',
  'field',
  'event',
  'segment',
  'consent',
  'prediction',
  'random',
  'place',
] as const;
const NEGATED: ReadonlySet<string> = new Set(['is_not', 'not_in', 'not_contains', 'not_within_days']);

/**
 * Reads our own rule tree. Problems: `yaml.*`, `card.unknown-key`, `card.invalid-value`, `card.missing-key`,
 * `segment.invalid` where keys do not belong together.
 */
export function readRules(source: SourceText): FormatResult {
  const document = readYaml<Definition>(source, definitionSchema, 'card');
  if (document.value === null)
    return notRead(
      document.problems[0] ??
        problem(
          'segment.invalid',
          'the file is empty',
          'write a rule: `all`, `any`, `not` or a leaf',
          source.whole(),
        ),
    );
  const reader = new RuleReader(source, document);
  const condition = reader.condition(document.value, '');
  const ranked = reader.ranking(document.value);
  if (reader.problem !== null) return notRead(reader.problem);
  return {
    ok: true,
    reading: {
      fields: [...usesOf(condition), ...ranked],
      unresolved: [...reader.unresolved].sort(),
      namedPeople: namedPeople(condition),
    },
  };
}

/** How many people a list of keys names, where nobody else can be in. */
function namedPeople(condition: Condition): number | null {
  if (condition.kind === 'all')
    return condition.of
      .map(namedPeople)
      .reduce((least, count) => (count === null ? least : Math.min(least ?? count, count)), null);
  if (
    condition.kind !== 'leaf' ||
    condition.subject !== 'trait' ||
    condition.values.length === 0 ||
    condition.negated ||
    condition.field === null ||
    !['is', 'in'].includes(condition.operator)
  )
    return null;
  const dot = condition.field.lastIndexOf('.');
  return isPersonKey(dot < 0 ? null : condition.field.slice(0, dot), condition.field.slice(dot + 1))
    ? condition.values.length
    : null;
}

class RuleReader {
  readonly unresolved = new Set<string>();
  problem: Problem | null = null;
  readonly #source: SourceText;
  readonly #document: YamlDocument<Definition>;

  constructor(source: SourceText, document: YamlDocument<Definition>) {
    this.#source = source;
    this.#document = document;
  }

  condition(rule: Rule, pointer: string): Condition {
    const heads = HEADS.filter((head) => rule[head] !== undefined);
    if (heads.length !== 1) {
      this.#wrong(
        heads.length === 0 ? 'the rule asks nothing' : `\`${heads.join('` and `')}\` stand in one rule`,
        heads.length === 0
          ? `give one of ${HEADS.join(', ')}`
          : 'put each in a rule of its own, under `all` or `any`',
        pointer,
      );
      return all([]);
    }
    const head = heads[0]!;
    this.#misplaced(rule, head, pointer);
    switch (head) {
      case 'all':
        return all(rule.all!.map((one, index) => this.condition(one, `${pointer}/all/${index}`)));
      case 'any':
        return any(rule.any!.map((one, index) => this.condition(one, `${pointer}/any/${index}`)));
      case 'not':
        return not(this.condition(rule.not!, `${pointer}/not`));
      case 'field':
        return this.#questions(rule, pointer, (more) =>
          leaf('trait', rule.field!, this.#name(`${pointer}/field`), {
            jsonPath: rule.path ?? null,
            ...more,
          }),
        );
      case 'event':
        return this.#event(rule, pointer);
      case 'segment':
        this.unresolved.add(`segments.${rule.segment!}`);
        return leaf('segment', `segments.${rule.segment!}`, this.#name(`${pointer}/segment`));
      case 'consent':
        return this.#questions(
          rule,
          pointer,
          (more) => leaf('consent', `consent.${rule.consent!}`, this.#name(`${pointer}/consent`), more),
          true,
        );
      case 'prediction':
        return this.#questions(rule, pointer, (more) =>
          leaf('prediction', `predictions.${rule.prediction!}`, this.#name(`${pointer}/prediction`), more),
        );
      case 'place':
        return this.#questions(rule, pointer, (more) =>
          leaf('place', `geo.${rule.place!}`, this.#name(`${pointer}/place`), more),
        );
      case 'random':
        return leaf('random', null, this.#document.at(`${pointer}/random`), {
          values: [String(rule.random)],
        });
    }
  }

  ranking({ rank_by, limit }: Definition): RawUse[] {
    if (rank_by === undefined) return [];
    if (limit === undefined) {
      this.#wrong(
        '`rank_by` decides nothing without `limit`',
        'add `limit`, or remove `rank_by`',
        '/rank_by',
      );
      return [];
    }
    const many = Array.isArray(rank_by);
    return (many ? rank_by : [rank_by]).map((one, index): RawUse => {
      const pointer = `/rank_by${many ? `/${index}` : ''}${typeof one === 'string' ? '' : '/field'}`;
      return {
        field: typeof one === 'string' ? one : one.field,
        role: 'rank',
        jsonPath: typeof one === 'string' ? null : (one.path ?? null),
        path: [],
        values: [],
        at: this.#name(pointer),
      };
    });
  }

  #event(rule: Rule, pointer: string): Condition {
    const name = `events.${rule.event!}`;
    const { count } = rule;
    const most = typeof count === 'number' ? count : (count?.exactly ?? count?.at_most);
    const never = most === 0;
    const values =
      count === undefined
        ? []
        : typeof count === 'number'
          ? [String(count)]
          : Object.values(count).map(String);
    const window = rule.within_days ?? rule.not_within_days;
    const negated = never || rule.not_within_days !== undefined;
    const where = (rule.where ?? []).map((one, index) =>
      this.#questions(one, `${pointer}/where/${index}`, (more) =>
        leaf('event', `${name}.${one.property}`, this.#name(`${pointer}/where/${index}/property`), {
          ...more,
          negated: (more.negated ?? false) !== negated,
        }),
      ),
    );
    return all([
      leaf('event', name, this.#name(`${pointer}/event`), {
        operator: 'performed',
        negated,
        values,
        window: window === undefined ? null : String(window),
      }),
      ...where,
    ]);
  }

  /** One leaf for each question that is asked of a field; `exists` is understood where none is, if `optional`. */
  #questions(
    rule: Partial<Rule>,
    pointer: string,
    make: (more: Partial<Leaf>) => Condition,
    optional = false,
  ): Condition {
    const asked = QUESTIONS.filter((question) => rule[question] !== undefined);
    if (asked.length === 0 && !optional)
      this.#wrong(
        'the rule names a field and asks nothing of it',
        `add one of ${QUESTIONS.slice(0, 8).join(', ')}`,
        pointer,
      );
    if (asked.length === 0) return make({});
    return all(
      asked.map((question) => {
        const value = rule[question]!;
        const days = question === 'within_days' || question === 'not_within_days';
        const negated = NEGATED.has(question) || value === false;
        return make({
          operator: question,
          negated: question === 'is' ? false : negated,
          values: days || question === 'exists' ? [] : this.#written(value),
          window: days ? String(value) : null,
        });
      }),
    );
  }

  #written(value: unknown): string[] {
    return (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === 'string' ? `'${one}'` : String(one),
    );
  }

  /** Keys that belong to another kind of leaf say something that would be passed over. */
  #misplaced(rule: Rule, head: (typeof HEADS)[number], pointer: string): void {
    const allowed = new Set<string>(
      head === 'field'
        ? ['path', ...QUESTIONS]
        : head === 'event'
          ? ['count', 'where', 'within_days', 'not_within_days']
          : ['consent', 'prediction', 'place'].includes(head)
            ? QUESTIONS
            : [],
    );
    const documentKeys = pointer === '' ? ['name', 'description', 'rank_by', 'limit'] : [];
    const wrong = Object.keys(rule).find(
      (key) => key !== head && !allowed.has(key) && !documentKeys.includes(key),
    );
    if (wrong !== undefined)
      this.#wrong(
        `\`${wrong}\` says nothing beside \`${head}\``,
        `remove \`${wrong}\`, or put it in a rule of its own`,
        `${pointer}/${wrong}`,
      );
  }

  #wrong(message: string, hint: string, pointer: string): void {
    this.problem ??= problem(
      'segment.invalid',
      message,
      hint,
      pointer === '' ? this.#source.location(0, this.#source.line(1).length) : this.#document.at(pointer),
    );
  }

  /** Where a name stands, without the quotes around it. */
  #name(pointer: string): Location {
    const at = this.#document.at(pointer);
    const { start, end } = this.#source.range(at);
    const text = this.#source.text.slice(start, end);
    return /^(['"]).*\1$/s.test(text) ? this.#source.location(start + 1, end - 1) : at;
  }
}
