import type { CardFact } from '../check/facts/card.ts';
import type { DecisionsFact } from '../check/facts/decisions.ts';
import type { ModelsFact } from '../check/facts/model.ts';
import { problem } from '../kernel/problem.ts';
import { fail, ok } from '../kernel/result.ts';
import { countDecisions as count } from '../playbook/4-harm/fairness/count-decisions.ts';
import { isVaultFile } from './audit/vault-files.ts';
import { auditWorkspaceVault } from './audit/workspace-vault.ts';
import { decisionFile } from './decision-files.ts';
import type { FactPorts } from './fact-ports.ts';
import type { Workspace } from './workspace.ts';

/** Counts the decisions that the scores of a card name, by attributes of their own or of the vault that scruple.yaml names. */
export const countDecisions = (
  workspace: Workspace,
  card: CardFact,
  ports: Pick<FactPorts, 'decisions' | 'dataRoot'>,
  models: ModelsFact,
  now: Date,
): Promise<DecisionsFact> => {
  const { vault, key } = workspace.settings.audit ?? {};
  return count({
    card,
    auditGroups: workspace.settingsFact.auditGroups,
    inputsOf: (pointer) =>
      (models.models.find((model) => model.pointer === pointer)?.features ?? []).map(({ name }) => name),
    open: async (path) => {
      const file = await decisionFile(workspace, card, path);
      if (!file.ok) return file;
      if (isVaultFile(file.value.path))
        return fail(
          problem('usage.invalid', `\`${path}\` is a vault, and no decisions`, 'name the decisions instead'),
        );
      const warehouse = await ports.decisions();
      if (!warehouse.ok) return warehouse;
      return ok({ warehouse: warehouse.value, source: { kind: 'file', ...file.value } });
    },
    ...(vault === undefined
      ? {}
      : {
          overVault: (path, spec) =>
            auditWorkspaceVault(
              { root: ports.dataRoot, vault, key, limit: workspace.settings.limits?.query },
              { decisions: path, spec, use: card.card.use, now },
            ),
        }),
  });
};
