import type { CardFact } from '../check/facts/card.ts';
import { definitionsOf } from './definition-files.ts';
import type { FactPorts } from './fact-ports.ts';
import { cardOf } from './use-cards.ts';
import type { Workspace } from './workspace.ts';

/**
 * Starts what takes a moment and runs beside this thread, the SQL parsers and the engine for decisions, as far as the
 * cards ask for it. What goes wrong is said by the first use that needs it.
 */
export async function startEarly(
  workspace: Workspace,
  uses: readonly string[],
  ports: Pick<FactPorts, 'decisions'>,
): Promise<void> {
  const cards: CardFact[] = [];
  for (const id of uses) {
    const reading = await cardOf(workspace, id);
    if (reading.ok && reading.value.fact !== null) cards.push(reading.value.fact);
  }
  const dialects = new Set(cards.filter(readsSql).map(({ card }) => card.audience?.dialect ?? 'postgres'));
  if (dialects.size > 0) {
    const { startSqlReaders } = await import('../playbook/3-segments/reading/sql/read-sql.ts');
    for (const dialect of dialects) startSqlReaders(dialect);
  }
  const counts = workspace.settingsFact.auditGroups.length > 0;
  if (counts && cards.some(({ card }) => card.scores?.some(({ decisions }) => decisions !== undefined)))
    void ports.decisions();
}

const readsSql = ({ card }: CardFact): boolean =>
  definitionsOf(card).some(({ path }) => /\.sql$/i.test(path));
