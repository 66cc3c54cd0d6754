import type { CardFact } from '../check/facts/card.ts';
import type { DecisionsFact } from '../check/facts/decisions.ts';
import type { ModelsFact } from '../check/facts/model.ts';
import type { Warehouse } from '../kernel/ports/warehouse.ts';
import { problem } from '../kernel/problem.ts';
import { fail, ok } from '../kernel/result.ts';
import { countDecisions as count } from '../playbook/4-harm/fairness/count-decisions.ts';
import type { AuditSource } from '../playbook/4-harm/fairness/spec.ts';
import { openDuckDb } from '../stores/warehouse/duckdb.ts';
import { limitMs } from './fact-ports.ts';
import type { Workspace } from './workspace.ts';

const FORMATS: Readonly<Record<string, Extract<AuditSource, { kind: 'file' }>['format']>> = {
  csv: 'csv',
  parquet: 'parquet',
  json: 'json',
  jsonl: 'json',
};

/** Counts the decisions that the scores of a card name; each file is read by an engine that sees nothing else. */
export async function countDecisions(
  workspace: Workspace,
  card: CardFact,
  dataRoot: string,
  models: ModelsFact,
): Promise<DecisionsFact> {
  const opened: Warehouse[] = [];
  try {
    return await count({
      card,
      auditGroups: workspace.settingsFact.auditGroups,
      inputsOf: (pointer) =>
        (models.models.find((model) => model.pointer === pointer)?.features ?? []).map(({ name }) => name),
      open: async (path) => {
        const relative = workspace.files.relativeTo(card.file, path);
        const format = FORMATS[relative.split('.').at(-1)!.toLowerCase()];
        if (format === undefined)
          return fail(
            problem(
              'file.unknown-kind',
              `decisions are not read from \`${path}\``,
              'give a .csv, .parquet or .json file',
            ),
          );
        const located = await workspace.files.locate(relative);
        if (!located.ok) return located;
        const warehouse = await openDuckDb({
          allowedPaths: [located.value],
          root: dataRoot,
          queryTimeoutMs: limitMs(workspace.settings.limits?.query),
        });
        if (!warehouse.ok) return warehouse;
        opened.push(warehouse.value);
        return ok({ warehouse: warehouse.value, source: { kind: 'file', path: located.value, format } });
      },
    });
  } finally {
    for (const warehouse of opened) await warehouse.close();
  }
}
