import { Gravity } from './gravity.tsx';

type Class = 'none' | 'notable' | 'significant' | 'unclassed';

const WORDS: Readonly<Record<Class, string>> = {
  none: 'decides nothing',
  notable: 'notable',
  significant: 'significant',
  unclassed: 'not classed',
};
const MARKS = { notable: 'advise', significant: 'review', unclassed: 'none' } as const;

/** How much a machine decides about people, as the card says. */
export const DecisionClass = ({ of }: { readonly of: Class }) =>
  of === 'none' ? WORDS.none : <Gravity of={MARKS[of]}>{WORDS[of]}</Gravity>;
