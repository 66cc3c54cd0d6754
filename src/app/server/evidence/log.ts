import { randomBytes } from 'node:crypto';
import type { ContentHash } from '../../../kernel/canonical.ts';
import type { StoredEntry } from '../../../kernel/ports/evidence-log.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { EvidenceEntry } from '../../../playbook/5-oversight/evidence/entry.ts';
import { headPayload, type SignedHead, signHead } from '../../../playbook/5-oversight/evidence/head.ts';
import { type LogFile, writeLog } from '../../../playbook/5-oversight/evidence/log-file.ts';
import { type ChainVerdict, verifyChain } from '../../../playbook/5-oversight/evidence/verify-chain.ts';
import { viewOf } from '../../../playbook/5-oversight/evidence/view-of.ts';
import { may } from '../../../playbook/5-oversight/people/may.ts';
import { readSigned, writeSigned } from '../../../playbook/5-oversight/signatures/signed-document.ts';
import {
  addSignedHead,
  type EvidenceFilter,
  type EvidenceSort,
  findLastSignedHead,
  listSignedHeads,
  pageEvidence,
  readEvidence,
  readEvidenceHead,
} from '../../../stores/sql/repositories/evidence.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { Caller } from '../caller.ts';
import { demand, need, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { signerIn, trustRootsOf } from '../signing.ts';
import { say } from './say.ts';

const LOG_ID = 'evidence-log';

/** Gives the log its name at the first start, and says so in its first entry. */
export const ensureLog = ({ store }: Pick<ServerContext, 'store'>): Promise<Result<null, Problem>> =>
  store.write(async (work) => {
    if ((await findSetting(work.db, LOG_ID)) !== undefined) return null;
    const log = `log:${randomBytes(12).toString('base64url')}`;
    await setSetting(work.db, LOG_ID, log, 0, { personId: null, at: work.at });
    say(work, 'log', 'log.started', { log });
    return null;
  });

/** Signs where the log ends, unless the last signature stands there. From then on nothing before can be rewritten unseen. */
export async function signLog({
  store,
  sealer,
  clock,
}: Pick<ServerContext, 'store' | 'sealer' | 'clock'>): Promise<Result<number, Problem>> {
  return store.write(async ({ db }) => {
    const end = await readEvidenceHead(db);
    const last = await findLastSignedHead(db);
    if (end.hash === null || last?.sequence === end.sequence) return end.sequence;
    const signer = await signerIn(db, sealer);
    const at = clock.now();
    const head = need(
      await signHead(
        await logIdOf(db),
        { sequence: end.sequence, hash: end.hash as ContentHash },
        at,
        signer,
      ),
    );
    await addSignedHead(db, {
      sequence: end.sequence,
      hash: end.hash,
      statement: writeSigned(head),
      keyId: signer.publicKey.id,
      signedAt: at,
    });
    return end.sequence;
  });
}

/** Signs the log for somebody who may export it. */
export async function signLogNow(context: ServerContext, caller: Caller): Promise<Result<number, Problem>> {
  const allowed = may(caller.account, 'evidence.export', context.clock.now());
  return allowed.ok ? signLog(context) : allowed;
}

/** Entries in their order; only those above a sequence number. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showEvidence(
  view: View,
  filter: EvidenceFilter & { readonly above?: number | undefined },
  request: PageRequest<EvidenceSort>,
): Promise<Page<StoredEntry>> {
  demand(view, 'evidence.read');
  return pageEvidence(view.db, filter, request);
}

/** Holds the log against itself and against what was signed. */
export async function verifyLog(view: View): Promise<ChainVerdict> {
  demand(view, 'evidence.read');
  const { log, entries, heads } = await logFileOf(view.db, null);
  return verifyChain(entries, heads, await trustRootsOf(view.db, 'this server'), log);
}

/** The log as a file that `scruple evidence verify` reads; of one use with all other entries sealed. */
export async function exportLog(view: View, subject: string | null): Promise<string> {
  demand(view, 'evidence.read');
  return [...writeLog(await logFileOf(view.db, subject))].join('');
}

export async function logFileOf(db: Database, subject: string | null): Promise<LogFile> {
  const entries: EvidenceEntry[] = [];
  for await (const entry of readEvidence(db)) entries.push(entry as EvidenceEntry);
  const heads: SignedHead[] = [];
  for (let after = 0; ; ) {
    const part = await listSignedHeads(db, after);
    heads.push(...part.map(({ statement }) => need(readSigned(statement, headPayload))));
    if (part.length === 0) break;
    after = part.at(-1)!.sequence;
  }
  const roots = await trustRootsOf(db, 'this server');
  const keys = roots.keys.map(({ id, x }) => ({ id, x }));
  const whole: LogFile = { log: await logIdOf(db), view: null, keys, entries, heads };
  return subject === null ? whole : viewOf(whole, entries, heads, subject);
}

const logIdOf = async (db: Database): Promise<string> => String((await findSetting(db, LOG_ID))?.value);
