/**
 * A shape tells whether a value read from outside is of a type. Written out here, so that what verifies a clearance
 * needs nothing but Node and stays small enough to read whole.
 */
export type Shape<T> = (value: unknown) => value is T;

/** The type that a shape tells. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

const MAXIMUM_LENGTH = 4_000;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

export const text: Shape<string> = (value): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MAXIMUM_LENGTH;

export const matching =
  <T extends string>(pattern: RegExp): Shape<T> =>
  (value): value is T =>
    typeof value === 'string' && value.length <= MAXIMUM_LENGTH && pattern.test(value);

export const hash = matching<`sha256:${string}`>(/^sha256:[0-9a-f]{64}$/);

/** A moment in UTC as `Date#toISOString` writes it; a day that does not exist is none. */
export const time: Shape<string> = (value): value is string => {
  if (typeof value !== 'string' || !TIME.test(value)) return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === value.slice(0, 19);
};

export const whole: Shape<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
export const share: Shape<number> = (value): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;
export const flag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

export const oneOf =
  <const T extends string>(...values: readonly T[]): Shape<T> =>
  (value): value is T =>
    (values as readonly unknown[]).includes(value);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value);

/** Any of the shapes, as members of a union. */
export const anyOf =
  <S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Shaped<S[number]>> =>
  (value): value is Shaped<S[number]> =>
    shapes.some((shape) => shape(value));

export const listOf =
  <T>(shape: Shape<T>, maximum = 10_000): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= maximum && value.every((one) => shape(one));

export const recordOf =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isPlain(value) && Object.values(value).every((one) => shape(one));

/** Exactly these members, no more: what is signed must have been looked at. */
export const object =
  <M extends Readonly<Record<string, Shape<unknown>>>>(
    members: M,
  ): Shape<{ readonly [K in keyof M]: Shaped<M[K]> }> =>
  (value): value is { readonly [K in keyof M]: Shaped<M[K]> } =>
    isPlain(value) &&
    Object.keys(value).length === Object.keys(members).length &&
    Object.entries(members).every(([key, shape]) => Object.hasOwn(value, key) && shape(value[key]));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
