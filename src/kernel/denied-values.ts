const NO = /^'?(?:false|f|no|n|none|never)'?$/i;
const ZERO = /^'?0'?$/;
/** `arrears = 0` and `coalesce(arrears, 0) = 0`, as against `arrears > 0`, which says the opposite. */
const IS_SAME = /^[\p{L}\p{N}_."`[\]]+(?:\s*,[^()]{0,20}\))?\s*(?:=|<>|!=|<=|is\b|in\b|not\s+in\b)/iu;

/** A field compared with literals, as a reader of definitions tells it. */
interface Compared {
  readonly values: readonly string[];
  /** What is written from the field on, where it is known. */
  readonly comparison?: string;
  readonly role: string;
}

/**
 * Whether literals say no: `is_bereaved = false` selects the people to whom the field does not apply. A zero says so only
 * where it is not the start of a range; where nobody can tell, it is read so that more people count as reached.
 */
export function isDenied({ values, comparison, role }: Compared): boolean {
  const zeroDenies = comparison === undefined ? role === 'exclude' : IS_SAME.test(comparison);
  return (
    values.length > 0 &&
    values.every((value) => NO.test(value.trim()) || (zeroDenies && ZERO.test(value.trim())))
  );
}
