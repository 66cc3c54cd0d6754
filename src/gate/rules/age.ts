import { deny } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/** What is for adults goes only to people who are known to be of age: nobody is taken for one. */
export const ageRule: Rule = {
  name: 'age',
  about: 'person',
  prepare: (use) =>
    isEssential(use) || !use.adultsOnly
      ? never
      : ({ person }) => (person === null || person.age === 'adult' ? NOTHING : UNKNOWN),
};

const UNKNOWN = [deny('age-unknown')];
