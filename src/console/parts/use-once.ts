import { useMemo } from 'react';

/** A name for keeping exactly this once, however often it is sent: an answer that got lost makes no second use. */
export function useOnce(body: unknown): string {
  const text = JSON.stringify(body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another body is another thing to keep
  return useMemo(
    () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join(''),
    [text],
  );
}
