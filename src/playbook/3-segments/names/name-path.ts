/** The steps of a name that is a path in a taxonomy (`A > B > C`, `/A/B/C`, `A | B`), or the whole name as one step. */
export function stepsOf(name: string): readonly string[] {
  const steps = name.startsWith('/') ? name.split('/') : name.split(/\s+[>|»→]\s+|::/);
  return steps.map((step) => step.trim()).filter((step) => step !== '');
}
