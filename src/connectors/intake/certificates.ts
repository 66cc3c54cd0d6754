import type { Certificates } from './ses.ts';
import { isCertificateAddress } from './ses.ts';

const LONGEST = 32 * 1024;
const TIMEOUT_MS = 5_000;
const KEPT = 16;

/** Certificates from Amazon's own hosts, each fetched once; an answer that is late, large or a redirect is none. */
export function fetchedCertificates(ask: typeof fetch = fetch): Certificates {
  const kept = new Map<string, string>();
  return async (address) => {
    const known = kept.get(address);
    if (known !== undefined || !isCertificateAddress(address)) return known ?? null;
    try {
      const answer = await ask(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > LONGEST) return null;
      const text = await answer.text();
      if (text.length > LONGEST) return null;
      if (kept.size >= KEPT) kept.clear();
      kept.set(address, text);
      return text;
    } catch {
      return null;
    }
  };
}
