import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import { assemble } from '../known-person.ts';
import type { Contact, PersonFacts } from '../person-facts.ts';
import type { GatePolicy } from '../policy.ts';
import type { Sending, ToldFacts } from '../question.ts';
import type { Asked } from '../rule.ts';
import type { UseState } from '../use-state.ts';
import {
  BITS_OF_A_COUNT,
  COUNTS_IN_A_WORD,
  type ContactCounters,
  contactCounters,
} from './contact-counters.ts';
import type { PeopleWords } from './people-rows.ts';

/** Bits of a BIGINT that are never its sign. */
export const BITS_OF_A_WORD = 60;
const DAY_MS = 86_400_000;

/** Everything that the people of one run are asked with. */
export interface Asking {
  readonly use: UseState;
  readonly policy: GatePolicy;
  /** `told` is what holds for all; what a row tells comes on top. */
  readonly sending: Sending;
  readonly now: Date;
  /** When what is known of people was read. */
  readonly asOf: Date;
  readonly words: PeopleWords;
  /** What rows tell of the moment, by the number that `asked.told` holds. */
  readonly told: readonly ToldFacts[];
  /** Whether contacts can be read; where they cannot, nobody may be reached who has a cap. */
  readonly knowsContacts: boolean;
}

/** The columns that make up a class: see `columnsOf`. */
export interface ClassForm {
  readonly now: number;
  /** Columns that tell which times of a person are over, a bit each. */
  readonly endedWords: number;
  readonly counters: ContactCounters['counters'];
  readonly sortOfKind: readonly number[];
  readonly contactsAfter: number;
}

export function classForm({ use, policy, sending, now, words }: Asking): ClassForm {
  const { counters, sortOfKind, after } = contactCounters(use, policy, sending, words.contacts, now);
  return {
    now: now.getTime(),
    endedWords: Math.ceil(words.times / BITS_OF_A_WORD),
    counters,
    sortOfKind,
    contactsAfter: after,
  };
}

export const countedWords = ({ counters }: ClassForm): number =>
  Math.ceil(counters.length / COUNTS_IN_A_WORD);

/** What a row tells, the likeness of its person (-1: nobody can be told), which times are over, how often they were reached. */
export const columnsOf = (form: ClassForm): readonly string[] => [
  'told',
  'likeness',
  ...Array.from({ length: form.endedWords }, (_, word) => `ended_${word}`),
  ...Array.from({ length: countedWords(form) }, (_, word) => `counted_${word}`),
];

/** Stands for everybody of a class, so that a rule answers for all of them at once; it is the key of nobody. */
const ANYBODY: SubjectKey = `subject:${'A'.repeat(43)}`;

/** One person of the class, whose columns hold these numbers, as the rules are asked about them. */
export function askedOf(numbers: readonly bigint[], form: ClassForm, asking: Asking): Asked {
  const [told, likeness, ...words] = numbers;
  const sending = { ...asking.sending, told: { ...asking.sending.told, ...asking.told[Number(told)] } };
  const { now } = asking;
  if (likeness === undefined || likeness < 0n) return { person: null, sending, now };
  let place = 0;
  const { states, ...facts } = assemble(asking.words.likenesses[Number(likeness)]!, () => {
    const word = words[Math.floor(place / BITS_OF_A_WORD)]!;
    const isOver = (word >> BigInt(place++ % BITS_OF_A_WORD)) & 1n;
    return isOver === 1n ? form.now : form.now + DAY_MS;
  });
  const person: PersonFacts = {
    ...facts,
    subject: ANYBODY,
    choices: states === null ? null : states.map((state) => ({ subject: ANYBODY, state })),
    contacts: asking.knowsContacts ? contactsOf(words.slice(form.endedWords), form, asking) : null,
    asOf: asking.asOf,
  };
  return { person, sending, now };
}

/** As many contacts as were counted; `null` for somebody with more than can be counted. */
function contactsOf(words: readonly bigint[], form: ClassForm, asking: Asking): Contact[] | null {
  if (words.some((word) => word < 0n)) return null;
  return form.counters.flatMap(({ sort, after, until }, index) => {
    const kind = asking.words.contacts[form.sortOfKind.indexOf(sort)]!;
    const at = new Date(until ?? after + 1);
    const shift = BigInt((index % COUNTS_IN_A_WORD) * BITS_OF_A_COUNT);
    const count =
      (words[Math.floor(index / COUNTS_IN_A_WORD)]! >> shift) & (2n ** BigInt(BITS_OF_A_COUNT) - 1n);
    return Array.from({ length: Number(count) }, () => ({ ...kind, at }));
  });
}
