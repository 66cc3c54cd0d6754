import type { Explanation } from '../../../playbook/5-oversight/explanations/explanation.ts';
import { tellExplanation } from '../../../playbook/5-oversight/explanations/tell.ts';
import type { OwnPart } from '../../../playbook/6-control/access/access-document.ts';
import { OWN_PARTS, type OwnPartName } from '../../../playbook/6-control/access/own-parts.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { listRhythms } from '../../../stores/sql/repositories/contact-rhythms.ts';
import { listDecisionsAbout, listOverrides } from '../../../stores/sql/repositories/decisions.ts';
import { findHolds } from '../../../stores/sql/repositories/protective-holds.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { contextOf, type Hidden } from '../explanations/record.ts';
import { recordsOf } from '../ledger/export-person.ts';
import { gateDecisionsOf, sendsTo, suppressionsOf, whereaboutsOf } from './gate-data.ts';
import { requestsAbout } from './requests-about.ts';

/**
 * What our own store holds of a person, under every key of theirs. Themes that they are spared are not in it: a copy is
 * passed on and printed, and their private page shows them. `pseudonyms` are ids under which decisions may stand.
 */
export async function ownData(
  db: Database,
  context: Pick<ServerContext, 'sealer' | 'gate'>,
  subjects: readonly SubjectKey[],
  pseudonyms: readonly string[],
  now: Date,
): Promise<readonly OwnPart[]> {
  const seen = new Set<string>();
  const choices: Array<Readonly<Record<string, unknown>>> = [];
  for (const subject of subjects)
    for (const record of (await recordsOf(db, subject)).records) {
      if (seen.has(record['dct:identifier'])) continue;
      seen.add(record['dct:identifier']);
      choices.push({ ...record });
    }
  const rhythms = await listRhythms(db, subjects);
  const holds = await findHolds(db, subjects, now);
  const requests = await requestsAbout(db, subjects);
  const about = [...subjects, ...pseudonyms];
  const decisions: Array<Readonly<Record<string, unknown>>> = [];
  for (const decision of await listDecisionsAbout(db, about, now)) {
    const overrides = await listOverrides(db, decision.id);
    const opened =
      decision.hidden === null || decision.hiddenUntil <= now
        ? null
        : context.sealer.open(decision.hidden, contextOf(decision.id));
    const hidden = opened?.ok ? (JSON.parse(opened.value) as Hidden) : null;
    const outcome = overrides.at(-1)?.outcome ?? decision.outcome;
    const told = tellExplanation(decision.explanation as Explanation, hidden, {
      whom: 'customer',
      // It is theirs: what is protected is protected from others.
      isUnmasked: true,
      outcome,
    });
    decisions.push({
      use: decision.useId,
      decidedBy: decision.decider,
      outcome,
      decidedAt: decision.decidedAt.toISOString(),
      inputs: hidden?.inputs ?? null,
      headline: told.headline,
      reasons: told.reasons.map(({ says }) => says),
      notKnown: told.notKnown,
    });
  }
  const part = (name: OwnPartName, data: OwnPart['data']): readonly OwnPart[] =>
    data.length === 0 ? [] : [{ part: name, about: OWN_PARTS[name], data }];
  const isKnown = choices.length + rhythms.length + holds.length + requests.length > 0;
  return [
    ...part('choices', choices),
    ...part(
      'rhythm',
      rhythms.map(({ rhythm, chosenAt }) => ({ rhythm, chosenAt: chosenAt.toISOString() })),
    ),
    ...part(
      'holds',
      holds.map(({ purpose, channel, heldUntil }) => ({
        purpose: purpose || null,
        channel: channel || null,
        until: heldUntil.toISOString(),
      })),
    ),
    ...part('requests', requests),
    ...part('decisions', decisions),
    ...part('gate', await gateDecisionsOf(db, context, subjects)),
    ...part('sends', await sendsTo(db, subjects)),
    ...part('suppressions', await suppressionsOf(db, subjects)),
    ...part('whereabouts', await whereaboutsOf(db, subjects)),
    ...part('links', isKnown && subjects.length > 0 ? [{ keys: subjects }] : []),
  ];
}
