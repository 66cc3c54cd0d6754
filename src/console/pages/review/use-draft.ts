import { useCallback, useState } from 'react';

/**
 * What somebody is typing, kept in this tab of the browser until it was taken: a conflict, a reload or a lost
 * connection loses none of it.
 */
export function useDraft<T>(key: string, empty: T): readonly [T, (value: T) => void, () => void] {
  const place = `scruple.draft.${key}`;
  const [value, setValue] = useState<T>(() => kept(place) ?? empty);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.setItem(place, JSON.stringify(next));
    },
    [place],
  );
  const clear = useCallback(() => {
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
