import type { CardFact } from '../../check/facts/card.ts';
import { readCard } from '../../playbook/1-boundaries/use-card/read-card.ts';
import type { Workspace } from '../workspace.ts';

/** The cards of a workspace that can be read. */
export async function readCards({ files, uses, settingsFact }: Workspace): Promise<readonly CardFact[]> {
  const cards: CardFact[] = [];
  for (const id of uses) {
    const text = await files.read(`uses/${id}/use.yaml`);
    const card = text.ok ? readCard(text.value, id, settingsFact.purposes).fact : null;
    if (card !== null) cards.push(card);
  }
  return cards;
}
