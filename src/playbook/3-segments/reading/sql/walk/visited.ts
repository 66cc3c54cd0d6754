import type { Context } from './context.ts';

/** Remembers which places were looked at in which light; ends recursion and repeated work. */
export class Visited {
  readonly #seen = new Set<string>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 1;

  /** Whether this place is met for the first time in this light. */
  first(kind: string, place: object, context: Context, block?: object): boolean {
    const where = `${kind}|${this.#id(place)}|${block === undefined ? '' : this.#id(block)}`;
    const light = `${context.role}|${context.excluding}|${context.joining}|${context.certain}|${context.clause}`;
    const key = `${where}|${light}|${context.steps.join('.')}|${context.values.join('\u0001')}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
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
