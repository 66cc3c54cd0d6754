import { evidenceArchive } from '../../../playbook/5-oversight/evidence/archive.ts';
import { withManifest } from '../../../playbook/6-control/access/copy-files.ts';
import { pretty } from '../../../playbook/6-control/access/portability.ts';
import type { PersonCopy } from '../../../stores/sql/repositories/person-copies.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { pageSettingsIn } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import { evidenceOfUse } from '../evidence/use-archive.ts';
import { zip } from '../evidence/zip.ts';
import { type PartProgress, subjectsOf } from './collect.ts';
import type { CopyOrder } from './copy-order.ts';
import { gatherDossier } from './dossier.ts';
import { dossierPage, fileOf } from './dossier-page.ts';

/**
 * Makes a dossier as a ZIP in base64: what is on record of the person, and for every use that decided about them the
 * archive of evidence on that use, which is checked without us.
 */
export async function makeDossier(
  db: Database,
  context: ServerContext,
  { periodFrom, periodUntil }: Pick<PersonCopy, 'periodFrom' | 'periodUntil'>,
  { identifiers, purpose }: Pick<CopyOrder, 'identifiers' | 'purpose'>,
  onProgress: (parts: readonly PartProgress[]) => Promise<void>,
): Promise<string> {
  const now = context.clock.now();
  const { settings } = await pageSettingsIn(db);
  const dossier = await gatherDossier(
    db,
    context,
    await subjectsOf(db, context, identifiers),
    identifiers.flatMap(({ kind, value }) => (kind === 'customer' || kind === 'device' ? [value] : [])),
    {
      organisation: settings.organisation ?? new URL(context.origin()).host,
      madeAt: now.toISOString(),
      purpose,
      from: periodFrom!,
      until: periodUntil!,
    },
  );
  const progress: PartProgress[] = [
    { part: 'our own store', state: 'done' },
    ...dossier.uses.map((use): PartProgress => ({ part: `use ${use}`, state: 'to-do' })),
  ];
  await onProgress(progress);
  const files: Array<{ readonly path: string; readonly content: string | Uint8Array }> = [
    ...(['choices', 'decisions', 'gate', 'sends', 'requests'] as const).map((part) => ({
      path: `person/${part}.json`,
      content: pretty(dossier[part]),
    })),
    ...dossier.notices.map((notice) => ({
      path: `notices/${fileOf(notice.hash)}.json`,
      content: pretty(notice),
    })),
  ];
  for (const [index, useId] of dossier.uses.entries()) {
    const use = await findUse(db, useId);
    const evidence = use === undefined ? null : await evidenceOfUse(db, context, use, now);
    if (evidence !== null)
      files.push(
        ...evidenceArchive(evidence).map(({ path, content }) => ({ path: `uses/${useId}/${path}`, content })),
      );
    progress[index + 1] = { part: `use ${useId}`, state: evidence === null ? 'not-answered' : 'done' };
    await onProgress(progress);
  }
  const page = dossierPage(
    dossier,
    files.map(({ path }) => path),
  );
  return zip(
    [...withManifest([{ path: 'index.html', content: page }, ...files], dossier.madeAt)],
    now,
  ).toString('base64');
}
