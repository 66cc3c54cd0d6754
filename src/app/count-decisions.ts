import type { CardFact } from '../check/facts/card.ts';
import type { DecisionsFact } from '../check/facts/decisions.ts';
import type { ModelsFact } from '../check/facts/model.ts';
import { ok } from '../kernel/result.ts';
import { countDecisions as count } from '../playbook/4-harm/fairness/count-decisions.ts';
import { decisionFile } from './decision-files.ts';
import type { FactPorts } from './fact-ports.ts';
import type { Workspace } from './workspace.ts';

/** Counts the decisions that the scores of a card name. */
export const countDecisions = (
  workspace: Workspace,
  card: CardFact,
  ports: Pick<FactPorts, 'decisions'>,
  models: ModelsFact,
): Promise<DecisionsFact> =>
  count({
    card,
    auditGroups: workspace.settingsFact.auditGroups,
    inputsOf: (pointer) =>
      (models.models.find((model) => model.pointer === pointer)?.features ?? []).map(({ name }) => name),
    open: async (path) => {
      const file = await decisionFile(workspace, card, path);
      if (!file.ok) return file;
      const warehouse = await ports.decisions();
      if (!warehouse.ok) return warehouse;
      return ok({ warehouse: warehouse.value, source: { kind: 'file', ...file.value } });
    },
  });
