import { useState } from 'react';

/** Suggested edits of a text, of which the last can be taken back until somebody types on. */
export function useEdits(text: string, change: (text: string) => void) {
  const [last, setLast] = useState<{ readonly before: string; readonly after: string } | null>(null);
  return {
    apply: (after: string) => {
      setLast({ before: text, after });
      change(after);
    },
    undo:
      last === null || last.after !== text
        ? null
        : () => {
            change(last.before);
            setLast(null);
          },
  };
}
