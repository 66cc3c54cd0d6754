import { useCallback, useState } from 'react';
import { useMe } from '../../shell/session.tsx';

export interface Kept<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  readonly clear: () => void;
  /** False where it is too large for the browser to keep over a reload. */
  readonly isKept: boolean;
}

/**
 * What somebody is typing, kept in this tab of the browser and for this person alone: a reload, an error or a sign-in
 * that ended loses none of it.
 */
export function useKept<T extends object>(name: string, empty: T): Kept<T> {
  const place = `scruple.${name}.${useMe().key}`;
  const [value, setValue] = useState<T>(() => ({ ...empty, ...found(place) }));
  const [isKept, setIsKept] = useState(true);
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...part };
        setIsKept(keep(place, after));
        return after;
      }),
    [place],
  );
  const clear = useCallback(() => {
    sessionStorage.removeItem(place);
    setValue(empty);
  }, [place, empty]);
  return { value, change, clear, isKept };
}

function keep(place: string, value: object): boolean {
  try {
    sessionStorage.setItem(place, JSON.stringify(value));
    return true;
  } catch {
    // A browser takes some five megabytes; an old text must not come back in place of the new one.
    sessionStorage.removeItem(place);
    return false;
  }
}

function found(place: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as object;
  } catch {
    return {};
  }
}
