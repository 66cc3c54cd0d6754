import { CUES } from './cues.ts';
import { alternativesOf, neededWords } from './needed-words.ts';

interface Index {
  /** Cues by a word that one of their alternatives needs. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Cues that need no word. */
  readonly always: readonly number[];
}

let built: Index | null = null;

/** Positions in `CUES` of those that stand in a normalised text, in no order; `letters` are the runs of a to z in it. */
export function cuesIn(text: string, letters: readonly string[]): readonly number[] {
  built ??= build();
  const tried = new Set(built.always);
  for (const word of letters) for (const cue of built.byWord.get(word) ?? []) tried.add(cue);
  return [...tried].filter((cue) => CUES[cue]![1].test(text));
}

function build(): Index {
  const byWord = new Map<string, number[]>();
  const always: number[] = [];
  for (const [cue, [, pattern]] of CUES.entries()) {
    const sets = alternativesOf(pattern.source).map((source) => neededWords(source)[0]);
    if (sets.includes(undefined)) always.push(cue);
    else
      for (const word of new Set(sets.flatMap((set) => [...set!])))
        byWord.set(word, [...(byWord.get(word) ?? []), cue]);
  }
  return { byWord, always };
}
