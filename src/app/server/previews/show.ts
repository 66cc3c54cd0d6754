import type { UseCard } from '../../../check/facts/card.ts';
import type { FindingJson } from '../../../report/json/schema.ts';
import type { View } from '../change.ts';
import { showFindings, showVersion } from '../uses/show.ts';
import type { PreviewInput } from './preview.ts';

/** More than this marks of one use help nobody. */
const MOST_FINDINGS = 500;

/** What is needed to show a message of a version: its files, and the findings that the caller may know. */
export async function previewInput(
  view: View,
  useId: string,
  versionId: string,
  file: string,
): Promise<PreviewInput> {
  const { card, files } = await showVersion(view, useId, versionId);
  const { items } = await showFindings(
    view,
    { useId, versionId },
    { limit: MOST_FINDINGS, sort: 'position', direction: 'asc' },
  );
  return { file, card: card as UseCard, files, findings: items as readonly FindingJson[] };
}
