import { useEffect } from 'react';
import { actInReview } from '../../api/client.ts';
import { useOpenReview } from './use-review.ts';

/** A glance is no look (ours). */
const AT_LEAST_MS = 2_000;

/** Records that a material was looked at, and for how long, while it is on the screen. */
export function useLooking(material: string | null, onRecorded: () => void): void {
  const { review, own, mayJudge } = useOpenReview();
  const isAsked =
    material !== null && review.subject.materials.includes(material) && own !== null && mayJudge;
  const { id } = review;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new callback at each render begins no new look
  useEffect(() => {
    if (!isAsked || material === null) return;
    let since = Date.now();
    const record = (): void => {
      const seconds = Math.max(1, Math.round((Date.now() - since) / 1000));
      since = Date.now();
      // Not recorded is no harm: it stays on the list of what is missing.
      void actInReview(id, { type: 'opened-material', material, seconds }).then(onRecorded, () => {});
    };
    const first = setTimeout(record, AT_LEAST_MS);
    return () => {
      clearTimeout(first);
      if (Date.now() - since > AT_LEAST_MS) record();
    };
  }, [id, material, isAsked]);
}
