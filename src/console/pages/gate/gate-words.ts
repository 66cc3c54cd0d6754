import type { ReadGatePolicy200 } from '../../api/client.ts';

export type GateRule = ReadGatePolicy200['shadow'][number]['rule'];

/** What each rule of the gate sees to, in the order in which reports list them. */
export const GATE_RULES: Readonly<Record<GateRule, string>> = {
  clearance: 'Nothing goes out without a clearance',
  content: 'What goes out is what was cleared',
  claims: 'What a message claims is true when it goes out',
  running: 'A stop, a pause and a stage hold',
  choices: 'What people chose holds',
  suppression: 'Suppression lists hold',
  age: 'The age is known where it must be',
  place: 'The law of the place is one it was cleared for',
  'quiet-hours': 'Nobody is disturbed in quiet hours',
  'contact-cap': 'Nobody hears from us more often than the caps allow',
  protection: 'Who is to be left in peace is left in peace',
};

/** Rules of which nothing can be tried out: all that they say binds at once (docs/gate.md). */
export const ALWAYS_BIND: ReadonlySet<GateRule> = new Set(['running', 'age', 'protection']);
