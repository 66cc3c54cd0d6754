import { contentHash } from '../../../kernel/canonical.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readBoundaries } from '../../../playbook/1-boundaries/boundaries/read-boundaries.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { wordsOf } from '../boundaries/show.ts';
import { type PageSettings, pageSettingsIn } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import type { PushedFile } from '../uses/judge-pushed.ts';
import { sharedFiles, workspaceNames } from '../uses/workspace-files.ts';

/** One thing that is not done. */
export interface Refrain {
  /** The rule in words, in English; `null` where it can only be read as it is written. */
  readonly words: string | null;
  readonly text: string;
  /** As whoever wrote the rule gave it; empty where they gave none. */
  readonly because: string;
  readonly instead: string;
}

/** What is promised, from the boundaries in force and from nothing else. */
export interface Charter {
  readonly refrains: readonly Refrain[];
  /** Policies that nobody can tell the meaning of. */
  readonly unread: number;
  /** Of everything above: two charters with the same hash promise the same. */
  readonly hash: string;
}

export interface ShownCharter {
  readonly settings: PageSettings;
  /** `null` where none is published. */
  readonly charter: (Charter & { readonly changedAt: Date | null; readonly exceptions: number }) | null;
}

/** The charter as it stands now. Problems: those of the store. */
export async function showCharter({
  store,
  clock,
}: Pick<ServerContext, 'store' | 'clock'>): Promise<Result<ShownCharter, Problem>> {
  const read = await store.read(async (db) => {
    const { settings } = await pageSettingsIn(db);
    return settings.charter ? { settings, ...(await inForce(db, clock.now())) } : { settings };
  });
  if (!read.ok) return read;
  const { settings } = read.value;
  if (!('files' in read.value)) return ok({ settings, charter: null });
  const { files, changedAt, exceptions } = read.value;
  return ok({ settings, charter: { ...(await remembered(files)), changedAt, exceptions } });
}

interface InForce {
  readonly files: readonly PushedFile[];
  /** When what is shared by uses was pushed otherwise for the last time. */
  readonly changedAt: Date | null;
  /** Uses that are let past a boundary for now, by a waiver. */
  readonly exceptions: number;
}

async function inForce(db: Database, now: Date): Promise<InForce> {
  const files: PushedFile[] = [];
  const names = [...(await workspaceNames(db))].sort();
  for (const name of names)
    for (const file of await sharedFiles(db, name))
      if (file.path.startsWith('boundaries/')) files.push({ path: `${name}/${file.path}`, text: file.text });
  const last = await db
    .selectFrom('settings')
    .select((one) => one.fn.max('changedAt').as('at'))
    .where('name', 'like', 'workspace-files:%')
    .executeTakeFirst();
  const { exceptions } = await db
    .selectFrom('waivers')
    .select((one) => one.fn.countAll().as('exceptions'))
    .where('checkId', '=', 'use-prohibited')
    .where('state', '=', 'approved')
    .where('until', '>', now)
    .executeTakeFirstOrThrow();
  return { files, changedAt: last?.at ?? null, exceptions: Number(exceptions) };
}

/** Reading policies takes long, and anyone may ask: what was read last is remembered as long as the files are the same. */
let last: { readonly of: string; readonly charter: Promise<Charter> } | null = null;

function remembered(files: readonly PushedFile[]): Promise<Charter> {
  const of = contentHash(files);
  if (last?.of !== of) last = { of, charter: charterOf(files) };
  return last.charter;
}

/** What the files forbid; the same in two workspaces is told once. */
export async function charterOf(files: readonly PushedFile[]): Promise<Charter> {
  const { boundaries } = await readBoundaries(files.map(({ path, text }) => new SourceText(path, text)));
  const forbidding = new Map(
    boundaries.all.filter(({ effect }) => effect === 'forbid').map((one) => [one.canonical, one]),
  );
  const refrains: Refrain[] = [];
  for (const { text, because, instead } of forbidding.values())
    refrains.push({ words: await wordsOf(text), text, because, instead });
  const promised = [...forbidding.values()].map(({ canonical, because, instead }) => [
    canonical,
    because,
    instead,
  ]);
  return {
    refrains,
    unread: boundaries.unread.length,
    hash: contentHash({ promised: promised.sort(), unread: boundaries.unread.length }),
  };
}
