import type { CardFact } from '../check/facts/card.ts';
import type { Wording } from '../check/facts/message.ts';
import type { Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type CardReading, readCard } from '../playbook/1-boundaries/use-card/read-card.ts';
import { detectWording } from '../playbook/4-harm/wording/detect-wording.ts';
import type { DefinitionFile } from './definition-files.ts';
import { type ReadMessages, readMessages } from './read-parts.ts';
import type { Workspace } from './workspace.ts';

const cards = new WeakMap<Workspace, Map<string, Promise<Result<CardReading, Problem>>>>();

/** The card of a use, read once however often it is asked for. Problems: `file.*` where the card cannot be read. */
export function cardOf(workspace: Workspace, id: string): Promise<Result<CardReading, Problem>> {
  const known = cards.get(workspace) ?? new Map<string, Promise<Result<CardReading, Problem>>>();
  cards.set(workspace, known);
  const reading = known.get(id) ?? readNow(workspace, id);
  known.set(id, reading);
  return reading;
}

async function readNow(workspace: Workspace, id: string): Promise<Result<CardReading, Problem>> {
  const text = await workspace.files.read(`uses/${id}/use.yaml`);
  return text.ok ? ok(readCard(text.value, id, workspace.settingsFact.purposes)) : text;
}

/** What a use says, and what its words do. */
export interface SaidTexts {
  readonly read: ReadMessages;
  readonly wordings: readonly Wording[];
}

const said = new WeakMap<CardFact, SaidTexts>();

/** The messages of a card with their wordings, judged once: a use that shares its offer is looked at twice. */
export function textsOf(
  workspace: Workspace,
  card: CardFact,
  definitions: readonly DefinitionFile[],
): SaidTexts {
  const known = said.get(card);
  if (known !== undefined) return known;
  const read = readMessages(card, definitions, workspace.files.sources.get(card.file));
  const texts = { read, wordings: read.value.map((message) => detectWording(message)) };
  said.set(card, texts);
  return texts;
}
