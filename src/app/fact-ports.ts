import { resolve, sep } from 'node:path';
import { gitRepository } from '../connectors/git/git-repository.ts';
import { httpFacts } from '../connectors/http-facts/http-facts.ts';
import type { Warehouse } from '../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, type Result } from '../kernel/result.ts';
import type { ClaimPorts } from '../playbook/4-harm/claims/claim-ports.ts';
import { deadlineHistory, NO_HISTORY } from '../playbook/4-harm/claims/deadline-history.ts';
import type { SaidDeadline } from '../playbook/4-harm/claims/moved-deadline.ts';
import { openIsolatedDuckDb } from '../stores/warehouse/isolated-duckdb.ts';
import { openDecisionFiles } from './decision-files.ts';
import { limitMs } from './limits.ts';
import { deadlinesSaid } from './said-deadlines.ts';
import type { Workspace } from './workspace.ts';

export interface FactPortOptions {
  /** `--no-facts`: nothing is asked, and every bound claim is not assessed. */
  readonly noFacts: boolean;
  /** Hosts that the command line allows beside those of scruple.yaml; these may be private. */
  readonly allowHosts: readonly string[];
  /** Paths that the command line lets queries read beside those of scruple.yaml. */
  readonly allowPaths: readonly string[];
  /** Ids of the uses that are judged; all where none is named. */
  readonly only?: readonly string[];
  /** Where data files and history lie, if not in the workspace itself. */
  readonly dataRoot?: string;
}

export interface FactPorts extends ClaimPorts {
  /** Where data files lie that are no part of a revision, as the vault. */
  readonly dataRoot: string;
  /** The engine that reads the files of decisions, opened at the first question. */
  decisions(): Promise<Result<Warehouse, Problem>>;
  /** What the messages of all uses say of the end of shared offers. */
  saidDeadlines(): Promise<readonly SaidDeadline[]>;
  close(): Promise<void>;
}

/** The ports through which claims ask their facts; each dependency is opened at the first question. */
export function openFactPorts(workspace: Workspace, options: FactPortOptions): FactPorts {
  const { settings } = workspace;
  const root = options.dataRoot ?? workspace.files.root;
  const opened = new Map<string, Promise<Result<Warehouse, Problem>>>();
  const fetch = httpFacts({
    hosts: settings.facts?.hosts ?? [],
    allowPrivate: options.allowHosts,
    timeoutMs: limitMs(settings.limits?.fetch),
  });
  let decisions: Promise<Result<Warehouse, Problem>> | null = null;
  let said: ReturnType<FactPorts['saidDeadlines']> | null = null;
  let deadlines: ReturnType<ClaimPorts['deadlines']> | null = null;
  const warehouse = (name: string): Promise<Result<Warehouse, Problem>> => {
    const known = opened.get(name) ?? openWarehouse(workspace, name, root, options.allowPaths);
    opened.set(name, known);
    return known;
  };
  // An engine takes a moment to start: it starts while the first uses are read.
  if (!options.noFacts) for (const name of askedWarehouses(workspace)) void warehouse(name);
  return {
    asksFacts: !options.noFacts,
    dataRoot: root,
    decisions() {
      decisions ??= openDecisionFiles(workspace, options.only ?? [], root);
      return decisions;
    },
    saidDeadlines() {
      said ??= deadlinesSaid(workspace);
      return said;
    },
    fetch,
    warehouse,
    deadlines() {
      deadlines ??= deadlineHistory(gitRepository(root));
      return deadlines;
    },
    async close() {
      for (const opening of [...opened.values(), ...(decisions === null ? [] : [decisions])]) {
        const engine = await opening;
        if (engine.ok) await engine.value.close();
      }
      await fetch.close();
    },
  };
}

/** The warehouses that the named facts of a workspace ask. */
const askedWarehouses = ({ namedFacts, uses }: Workspace): ReadonlySet<string> =>
  new Set(
    uses.length === 0
      ? []
      : [...namedFacts.values()].flatMap((fact) => ('warehouse' in fact ? [fact.warehouse] : [])),
  );

/** Ports for a message without its workspace: nothing is there to be asked. */
export const noFactPorts: ClaimPorts = {
  asksFacts: false,
  warehouse: async (name) => fail(noWarehouse(name)),
  fetch: {
    json: async (url) =>
      fail(
        problem('fact.not-allowed', `\`${url}\` is not asked without a workspace`, 'check the use instead'),
      ),
  },
  deadlines: async () => NO_HISTORY,
};

async function openWarehouse(
  { settings }: Workspace,
  name: string,
  root: string,
  allowPaths: readonly string[],
): Promise<Result<Warehouse, Problem>> {
  const declared = settings.warehouses?.[name];
  if (declared === undefined) return fail(noWarehouse(name));
  if ('postgres' in declared) {
    const variable = declared.postgres.slice('env:'.length);
    const url = process.env[variable];
    if (url === undefined || url === '')
      return fail(
        problem(
          'warehouse.unavailable',
          `the variable \`${variable}\` of the warehouse \`${name}\` is not set`,
          'set it to the address of the database, or check with --no-facts',
        ),
      );
    const { openPostgres } = await import('../stores/warehouse/postgres.ts');
    return openPostgres({ url, queryTimeoutMs: limitMs(settings.limits?.query) });
  }
  const path = resolve(root, declared.duckdb);
  const readable = [root, ...allowPaths].map((allowed) => resolve(root, allowed));
  // Whoever opens a pull request writes scruple.yaml, too: what lies outside is opened by the command line alone.
  if (!readable.some((allowed) => path === allowed || path.startsWith(allowed + sep)))
    return fail(
      problem(
        'file.outside',
        `the warehouse \`${name}\` lies outside the workspace`,
        `put it into the workspace, or allow it with --allow-path ${declared.duckdb}`,
      ),
    );
  return openIsolatedDuckDb({
    databases: { [name]: declared.duckdb },
    allowedPaths: allowPaths,
    root,
    queryTimeoutMs: limitMs(settings.limits?.query),
  });
}

const noWarehouse = (name: string): Problem =>
  problem('warehouse.unknown', `scruple.yaml declares no warehouse \`${name}\``, 'add it under `warehouses`');
