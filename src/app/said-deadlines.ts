import type { CardFact } from '../check/facts/card.ts';
import { matchClaims } from '../playbook/4-harm/claims/match-claims.ts';
import { type SaidDeadline, saidDeadlines } from '../playbook/4-harm/claims/moved-deadline.ts';
import { readDefinitions } from './definition-files.ts';
import { cardOf, textsOf } from './use-cards.ts';
import type { Workspace } from './workspace.ts';

/**
 * What the messages of all uses say of the end of offers that more than one use speaks of: an offer that ends on two days
 * ends on neither. Only the messages of such uses are read.
 */
export async function deadlinesSaid(workspace: Workspace): Promise<readonly SaidDeadline[]> {
  const { namedFacts, files } = workspace;
  const offerOf = (factName: string): string | undefined => {
    const fact = namedFacts.get(factName);
    return fact?.type === 'deadline' ? fact.offer : undefined;
  };
  const usesByOffer = new Map<string, CardFact[]>();
  if (![...namedFacts.keys()].some((name) => offerOf(name) !== undefined)) return [];
  for (const id of workspace.uses) {
    const reading = await cardOf(workspace, id);
    const card = reading.ok ? reading.value.fact : null;
    if (card === null) continue;
    for (const offer of new Set((card.card.claims ?? []).flatMap(({ fact }) => offerOf(fact) ?? [])))
      usesByOffer.set(offer, [...(usesByOffer.get(offer) ?? []), card]);
  }
  const shared = new Set([...usesByOffer.values()].filter((cards) => cards.length > 1).flat());
  const said: SaidDeadline[] = [];
  for (const card of shared) {
    const definitions = await readDefinitions(card, files);
    const { read, wordings } = textsOf(workspace, card, definitions.files);
    const claims = matchClaims(read.value, wordings, card.card.claims ?? [], namedFacts);
    said.push(...saidDeadlines(card, claims, namedFacts));
  }
  return said;
}
