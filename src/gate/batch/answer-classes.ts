import { type Decider, prepare } from '../decide.ts';
import type { Decision, Outcome } from '../decision.ts';
import type { ReasonCode } from '../reason-codes.ts';
import { type Asking, askedOf, classForm } from './class-form.ts';

/** One thing that the gate says, as a row of a file carries it. */
export interface Answer {
  readonly decision: Outcome;
  readonly codes: readonly ReasonCode[];
  /** A sentence for each code. */
  readonly explanation: string;
}

const PERMIT: Answer = { decision: 'permit', codes: [], explanation: '' };

/** Says the same thing to many: the rules are asked once for each class. */
export class ClassAnswers {
  readonly #asking: Asking;
  readonly #form: ReturnType<typeof classForm>;
  readonly #decide: Decider;
  readonly #places = new Map<string, number>([['', 0]]);
  /** Everything that is said, each once. The first is the permit. */
  readonly answers: Answer[] = [PERMIT];
  /** How many rows rules that are only tried out would have held, by the code. */
  readonly shadow = new Map<ReasonCode, number>();

  constructor(asking: Asking) {
    this.#asking = asking;
    this.#form = classForm(asking);
    this.#decide = prepare(asking.use, asking.policy);
  }

  /** The place in `answers` of what is said to the rows of a class, by the numbers in its columns. */
  answerTo(numbers: readonly bigint[], rows = 1): number {
    const said = this.#decide(askedOf(numbers, this.#form, this.#asking));
    for (const { code } of said.shadow) this.shadow.set(code, (this.shadow.get(code) ?? 0) + rows);
    return this.placeOf(said);
  }

  /** The place of something that is said for another reason than a rule. */
  placeOf({ decision, reasons }: Pick<Decision, 'decision' | 'reasons'>): number {
    const codes = reasons.map(({ code }) => code);
    const name = decision === 'permit' ? '' : `${decision} ${codes.join(' ')}`;
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place =
      this.answers.push({ decision, codes, explanation: reasons.map(({ detail }) => detail).join('; ') }) - 1;
    this.#places.set(name, place);
    return place;
  }
}
