import type { UseCard } from '../../../check/facts/card.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import type { Evidence } from '../../../maturity/evidence.ts';
import { readBoundaries } from '../../../playbook/1-boundaries/boundaries/read-boundaries.ts';
import { readDataMap } from '../../../playbook/2-datamap/data-map/read-data-map.ts';
import { maturityDaysSince } from '../../../stores/sql/repositories/maturity.ts';
import { readStoredFiles } from '../../../stores/sql/repositories/use-versions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { fieldsOfUse } from '../datamap/fields-of-use.ts';
import { sharedFiles, workspaceNames } from '../uses/workspace-files.ts';

const DAY_MS = 86_400_000;

/** What the boundaries and data maps say that were pushed last, and what live uses read of them. */
export async function mapEvidence(db: Database, at: Date): Promise<readonly Evidence[]> {
  const names = await workspaceNames(db);
  const [rules, fields, sources] = [new Set<string>(), new Counter(), new Set<string>()];
  const unused = new Counter();
  let [strangers, live] = [0, 0];
  const waits: Array<number | null> = [];
  for (const name of names) {
    const files = await sharedFiles(db, name);
    const texts = (folder: string) =>
      files
        .filter(({ path }) => path.startsWith(`${folder}/`))
        .map(({ path, text }) => new SourceText(path, text));
    const { boundaries } = await readBoundaries(texts('boundaries'));
    for (const { id } of boundaries.all) rules.add(`${name}/${id}`);
    const { value: map } = readDataMap(texts('datamap'));
    for (const { source, origin, collectedFor, basis } of map.fields) {
      sources.add(`${name}/${source}`);
      fields.count(origin !== null && collectedFor.length > 0 && basis !== null);
    }
    const read = new Set<string>();
    for (const use of await liveUsesOf(db, name)) {
      live += 1;
      const touched = await fieldsOfUse(use, map, '');
      for (const { field } of touched) read.add(field.toLowerCase());
      if (touched.some(({ isKnown }) => !isKnown)) strangers += 1;
      for (const one of use.card.suppliers ?? []) waits.push(daysToNotice(one));
    }
    for (const field of map.fields) unused.count(!read.has(field.name.toLowerCase()));
  }
  const state = (id: string, value: number | null, of: number | null, query: string): Evidence => ({
    id,
    value,
    of,
    at,
    query,
    attested: null,
  });
  return [
    state('boundaries-written', rules.size, null, 'boundaries/*.cedar of the workspaces that were pushed'),
    state('sources-mapped', sources.size, null, 'datamap/*.yaml of the workspaces that were pushed'),
    state('fields-with-origin', fields.share, fields.all, 'datamap/*.yaml: origin, collected_for and basis'),
    state(
      'unmapped-fields-in-use',
      live === 0 ? null : strangers,
      live,
      'fields that cleared uses read, against datamap/*.yaml',
    ),
    state(
      'third-party-notice',
      live === 0 || waits.includes(null) ? null : Math.max(0, ...(waits as number[])),
      waits.length,
      'suppliers of cleared uses: days from acquired_at to notice_sent_at',
    ),
    state(UNUSED_FIELDS, live === 0 ? null : unused.share, unused.all, UNUSED),
    await unusedFieldsGrew(db, at, live === 0 ? null : unused.share),
  ];
}

/** No level asks for it by itself: what counts is whether it rises, so that each day keeps it. */
const UNUSED_FIELDS = 'unused-fields';
const UNUSED = 'fields of datamap/*.yaml that no cleared use reads';
const QUARTER_DAYS = 90;
/** A day that is further from a quarter ago than this says nothing about a quarter (ours). */
const NEAR_DAYS = 30;

async function unusedFieldsGrew(db: Database, at: Date, share: number | null): Promise<Evidence> {
  const then = at.getTime() - QUARTER_DAYS * DAY_MS;
  const away = (day: string): number => Math.abs(Date.parse(day) - then) / DAY_MS;
  const since = new Date(then - NEAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  const before = (await maturityDaysSince(db, since))
    .flatMap(({ day, evidence }) => {
      const value = evidence[UNUSED_FIELDS] ?? null;
      return value === null || away(day) > NEAR_DAYS ? [] : [{ day, value }];
    })
    .sort((a, b) => away(a.day) - away(b.day))[0];
  return {
    id: 'unused-fields-grew',
    value: share === null || before === undefined ? null : share - before.value,
    of: null,
    at,
    query: `${UNUSED}: their share now, less that of ${before?.day ?? 'a day about 90 days ago, of which none was kept'} (table maturity_days)`,
    attested: null,
  };
}

class Counter {
  all = 0;
  #held = 0;

  count(holds: boolean): void {
    this.all += 1;
    if (holds) this.#held += 1;
  }

  get share(): number | null {
    return this.all === 0 ? null : this.#held / this.all;
  }
}

/** `null` where the card does not say when people were told. */
function daysToNotice({
  acquired_at: acquired,
  notice_sent_at: told,
}: NonNullable<UseCard['suppliers']>[number]): number | null {
  const days = (Date.parse(told ?? '') - Date.parse(acquired ?? told ?? '')) / DAY_MS;
  return Number.isNaN(days) ? null : days;
}

async function liveUsesOf(db: Database, workspace: string) {
  const rows = await db
    .selectFrom('uses')
    .innerJoin('useVersions', 'useVersions.id', 'uses.clearedVersionId')
    .select(['uses.id', 'uses.state', 'useVersions.id as versionId', 'useVersions.card', 'useVersions.files'])
    .where('uses.workspace', '=', workspace)
    .where('uses.state', '=', 'cleared')
    .execute();
  const filesOf = (files: unknown) =>
    files as ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  const texts = await readStoredFiles(db, [
    ...new Set(rows.flatMap(({ files }) => filesOf(files).map(({ hash }) => hash))),
  ]);
  return rows.map(({ id, state, versionId, card, files }) => ({
    id,
    state,
    versionId,
    card: card as UseCard,
    fields: null,
    files: filesOf(files).map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' })),
  }));
}
