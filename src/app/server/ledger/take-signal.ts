import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/canonical.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import type { SeenNotice } from '../../../playbook/6-control/ledger/choice-event.ts';
import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { choicesOfGpp, choicesOfTcf } from '../../../playbook/6-control/signals/consent-string-choices.ts';
import { readRudderstackConsent } from '../../../playbook/6-control/signals/rudderstack-consent.ts';
import { readSegmentConsent } from '../../../playbook/6-control/signals/segment-consent.ts';
import type {
  ReadSignal,
  SignalledChoice,
  SignalMapping,
} from '../../../playbook/6-control/signals/signalled-choice.ts';
import { type Change, demand, need } from '../change.ts';
import { choose } from './choose.ts';
import { showNotices } from './notices.ts';
import { subjectOf } from './subject-of.ts';

export interface SignalRequest {
  readonly identifier: Identifier;
  readonly format: 'segment' | 'rudderstack' | 'tcf' | 'gpp';
  /** The event with its consent object, or the string. */
  readonly payload: unknown;
  readonly mapping: SignalMapping;
  /** Our number in the IAB’s list of vendors. */
  readonly vendor: number;
  readonly at: string;
  readonly notice: { readonly version: string; readonly language: string } | null;
  readonly jurisdiction: string | null;
  readonly sourceSystem: string;
}

export interface TakenSignal {
  readonly choices: ReadonlyArray<SignalledChoice>;
  readonly notes: readonly string[];
  readonly added: number;
  readonly known: number;
}

/**
 * Keeps what another system’s consent object, or a string of the IAB, says of a person. What it leaves open is kept as
 * nothing, which is no; a yes without a notice that can be shown is a claim, which is no, too.
 * Refusals: `people.not-allowed`, `signal.undecodable`, and those of `choose`.
 */
export async function takeSignal(change: Change, request: SignalRequest): Promise<TakenSignal> {
  demand(change, 'ledger.write');
  const { context } = change;
  const { choices, notes } = need(await read(request));
  const notice = await noticeOf(change, request.notice);
  const { added, known } = await choose(
    change,
    context.ledger,
    subjectOf(context.ledger, request.identifier),
    choices.filter(({ says }) => says !== 'unknown').map((choice) => draftOf(choice, request, notice)),
  );
  return { choices, notes, added, known };
}

/** The decoders of the IAB are large, and most servers never see a string. */
const decoders = () => import('../../../connectors/consent-strings/iab-consent-strings.ts');

async function read({
  format,
  payload,
  mapping,
  vendor,
}: SignalRequest): Promise<Result<ReadSignal, Problem>> {
  if (format === 'segment') return ok(readSegmentConsent(payload, mapping));
  if (format === 'rudderstack') return ok(readRudderstackConsent(payload, mapping));
  const { iabConsentStrings } = await decoders();
  const text = typeof payload === 'string' ? payload : '';
  if (format === 'tcf') {
    const tcf = iabConsentStrings.readTcf(text);
    return tcf.ok ? ok(choicesOfTcf(tcf.value, vendor)) : tcf;
  }
  const gpp = iabConsentStrings.readGpp(text);
  return gpp.ok ? ok(choicesOfGpp(gpp.value, vendor)) : gpp;
}

async function noticeOf(change: Change, named: SignalRequest['notice']): Promise<SeenNotice | null> {
  if (named === null) return null;
  const {
    items: [found],
  } = await showNotices(change, named, { limit: 1 });
  return found === undefined ? null : { version: found.version, language: found.language, hash: found.hash };
}

/** The same signal gives the same ids: what is delivered twice is kept once. */
const draftOf = (
  { scope, says }: SignalledChoice,
  { format, at, jurisdiction, sourceSystem }: SignalRequest,
  notice: SeenNotice | null,
): ChoiceDraft => ({
  id: `signal:${createHash('sha256')
    .update(canonicalJson({ scope, says, format, at, sourceSystem, notice: notice?.hash ?? null }))
    .digest('base64url')
    .slice(0, 32)}`,
  kind:
    says === 'no'
      ? format === 'gpp' && scope.channel === null
        ? 'gpc'
        : 'refused'
      : notice === null
        ? 'claimed'
        : 'given',
  scope,
  theme: null,
  at,
  validUntil: null,
  pausedUntil: null,
  confirms: null,
  proof: {
    notice,
    uiHash: null,
    language: notice?.language ?? null,
    method: format,
    actor: 'system',
    jurisdiction,
    sourceSystem,
  },
});
