import { useCallback, useRef, useState } from 'react';

/**
 * What somebody is typing, kept in this tab of the browser until it was taken: a conflict, a reload or a lost
 * connection loses none of it.
 */
export function useDraft<T>(
  key: string,
  empty: T,
): readonly [T, (next: T | ((now: T) => T)) => void, () => void] {
  const place = `scruple.draft.${key}`;
  const [value, setValue] = useState<T>(() => kept(place) ?? empty);
  // What stands now, and not when the page was last drawn: two changes between two drawings both count.
  const latest = useRef(value);
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      latest.current = next instanceof Function ? next(latest.current) : next;
      setValue(latest.current);
      sessionStorage.setItem(place, JSON.stringify(latest.current));
    },
    [place],
  );
  const clear = useCallback(() => {
    latest.current = empty;
    setValue(empty);
    sessionStorage.removeItem(place);
  }, [place, empty]);
  return [value, set, clear];
}

function kept<T>(place: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
