import type { CardFact } from '../check/facts/card.ts';
import { readCard } from '../playbook/1-boundaries/use-card/read-card.ts';
import { matchClaims } from '../playbook/4-harm/claims/match-claims.ts';
import { type SaidDeadline, saidDeadlines } from '../playbook/4-harm/claims/moved-deadline.ts';
import { detectWording } from '../playbook/4-harm/wording/index.ts';
import { readDefinitions } from './definition-files.ts';
import { readMessages } from './read-parts.ts';
import type { Workspace } from './workspace.ts';

/**
 * What the messages of all uses say of the end of offers that more than one use speaks of: an offer that ends on two days
 * ends on neither. Only the messages of such uses are read.
 */
export async function deadlinesSaid(workspace: Workspace): Promise<readonly SaidDeadline[]> {
  const { namedFacts, files, settingsFact } = workspace;
  const offerOf = (factName: string): string | undefined => {
    const fact = namedFacts.get(factName);
    return fact?.type === 'deadline' ? fact.offer : undefined;
  };
  const usesByOffer = new Map<string, CardFact[]>();
  if (![...namedFacts.keys()].some((name) => offerOf(name) !== undefined)) return [];
  for (const id of workspace.uses) {
    const text = await files.read(`uses/${id}/use.yaml`);
    const card = text.ok ? readCard(text.value, id, settingsFact.purposes).fact : null;
    if (card === null) continue;
    for (const offer of new Set((card.card.claims ?? []).flatMap(({ fact }) => offerOf(fact) ?? [])))
      usesByOffer.set(offer, [...(usesByOffer.get(offer) ?? []), card]);
  }
  const shared = new Set([...usesByOffer.values()].filter((cards) => cards.length > 1).flat());
  const said: SaidDeadline[] = [];
  for (const card of shared) {
    const { value: messages } = readMessages(
      card,
      (await readDefinitions(card, files)).files,
      files.sources.get(card.file),
    );
    const wordings = messages.map((message) => detectWording(message));
    const claims = matchClaims(messages, wordings, card.card.claims ?? [], namedFacts);
    said.push(...saidDeadlines(card, claims, namedFacts));
  }
  return said;
}
