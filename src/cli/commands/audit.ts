import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AuditRequest } from '../../app/audit/request.ts';
import type { Location } from '../../kernel/source-text.ts';
import type { AuditJson } from '../../report/audit/schema.ts';
import type { FailOn } from '../../report/exit.ts';
import { deliver } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { atOption, failOnOption, formatOption, outOption } from '../shared-options.ts';
import { Progress, paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

interface AuditOptions {
  readonly failOn: FailOn;
  readonly group?: readonly string[];
  readonly decision: string;
  readonly favourable?: string;
  readonly label?: string;
  readonly labelFavourable?: string;
  readonly score?: string;
  readonly weight?: string;
  readonly weightKind?: 'frequency' | 'sampling';
  readonly control?: readonly string[];
  readonly reference?: string;
  readonly rules?: readonly string[];
  readonly id?: string;
  readonly proxies?: readonly string[];
  readonly outcome?: readonly string[];
  readonly moreIsBetter?: readonly string[];
  readonly lessIsBetter?: readonly string[];
  readonly vault?: string;
  readonly areas?: string;
  readonly area?: string;
  readonly pack?: string;
  readonly minimumGroup?: number;
  readonly marginals?: boolean;
  readonly purpose?: string;
  readonly window?: string;
  readonly timeout: number;
  readonly format: string;
  readonly out?: string;
  readonly at?: Date;
}

/** An audit asks for a review at most: a threshold above that is never reached. */
const exitOf = (verdict: AuditJson['verdict'], failOn: FailOn): number =>
  verdict === 'pass' || failOn === 'never' || failOn === 'block' ? 0 : 1;

export function addAudit(program: Command, ending: Ending): void {
  program
    .command('audit')
    .description('compare how people of different groups are decided on: rates, intervals, tests, a verdict')
    .argument('<decisions>', 'a .csv, .parquet, .json or .jsonl file, duckdb:FILE, postgres://… or env:NAME')
    .argument('[table]', 'of a database: the table of decisions, or one SELECT')
    .addOption(
      new Option(
        '--group <columns>',
        'attributes by which people are compared: race,sex (needed unless --areas is given)',
      ).argParser(columns),
    )
    .requiredOption('--decision <column>', 'the decision')
    .option('--favourable <value>', 'the decision that people would want (default: 1, true or yes)')
    .option('--label <column>', 'what turned out to be true, for error rates')
    .option('--label-favourable <value>', 'the value of the label that counts as true')
    .option('--score <column>', 'a number by which people are ranked, higher is better for them')
    .option('--weight <column>', 'how many people a row stands for, or its sampling weight')
    .addOption(
      new Option(
        '--weight-kind <kind>',
        'how weights are read (default: frequency when all are whole)',
      ).choices(['frequency', 'sampling']),
    )
    .addOption(
      new Option('--control <columns>', 'compare within the same values of these too').argParser(columns),
    )
    .option('--reference <value>', 'the group to compare with; values of several attributes joined by commas')
    .addOption(
      new Option(
        '--rules <columns>',
        'suppression rules: true where the rule held the person back',
      ).argParser(columns),
    )
    .option('--id <column>', 'pseudonym of the person: nobody counts twice, and joins the vault')
    .addOption(
      new Option('--proxies <columns>', 'inputs that may stand in for the attributes').argParser(columns),
    )
    .addOption(
      new Option(
        '--outcome <columns>',
        'amounts compared by group means: discount, price, days waited',
      ).argParser(columns),
    )
    .addOption(
      new Option(
        '--more-is-better <columns>',
        'amounts of which more is better for people: discount; worse off calls for a review',
      ).argParser(columns),
    )
    .addOption(
      new Option(
        '--less-is-better <columns>',
        'amounts of which less is better for people: price, rank, days waited',
      ).argParser(columns),
    )
    .option('--vault <file-or-schema>', 'attributes kept apart, with their record in FILE.yaml')
    .option(
      '--areas <file>',
      'CSV of area and share of each group, its source in FILE.yaml: bounds without attributes',
    )
    .option('--area <column>', 'the area of the person, as --areas names it')
    .option('--pack <id>', 'thresholds and questions of a place: eu, uk, us-eeoc, us-nyc-ll144, us-co')
    .addOption(new Option('--minimum-group <people>', 'fewest people of a reference group').argParser(whole))
    .option('--marginals', 'compare by each attribute alone too')
    .option('--purpose <text>', 'why the audit is made; logged, and needed with a vault')
    .option('--window <text>', 'the time that a query covers, for the report')
    .addOption(new Option('--timeout <seconds>', 'longest time of one query').argParser(whole).default(600))
    .addOption(formatOption(['text', 'json', 'sarif', 'html']))
    .addOption(outOption())
    .addOption(failOnOption())
    .addOption(atOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple audit decisions.csv --group sex,age_band --decision contacted\n  scruple audit decisions.parquet --group sex --decision contacted --rules debtors,lapsed --format html --out audit.html\n  scruple audit duckdb:shop.duckdb crm.decisions --group sex --decision offered --control region\n  scruple audit env:WAREHOUSE_URL "select * from decisions where day > current_date - 30" --group sex --decision contacted\n  scruple audit decisions.csv --vault vault/attributes.csv --id customer_id --group sex --decision contacted --purpose "yearly review"\n  scruple audit decisions.csv --decision contacted --areas shares.csv --area district\n\nExit status: 0 pass, 1 review or not enough data, 2 the audit could not be run.\n',
    )
    .action(async (decisions: string, relation: string | undefined, options: AuditOptions) => {
      ending.status = await audit(decisions, relation, options);
    });
}

/** Names between commas; a name that holds one goes in double quotes. */
export function columns(text: string): string[] {
  const names = (text.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []).map((name) =>
    name.startsWith('"') && name.endsWith('"') && name.length > 1
      ? name.slice(1, -1).replaceAll('""', '"')
      : name.trim(),
  );
  if (names.length === 0 || names.includes(''))
    throw new InvalidArgumentError('name columns, joined by commas');
  return names;
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

async function audit(
  decisions: string,
  relation: string | undefined,
  options: AuditOptions,
): Promise<number> {
  const request = requestOf(decisions, relation, options);
  warnOfSecret(decisions);
  const { auditDecisions } = await import('../../app/audit/audit-decisions.ts');
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const progress = new Progress('steps');
  let steps = 0;
  const result = await auditDecisions(request, {
    signal: stop.signal,
    onStep: () => progress.show(++steps, null),
  });
  progress.end();
  process.removeListener('SIGINT', onInterrupt);
  if (result.ok) {
    await deliver(await printed(result.value, options), options);
    return result.value.problems.length > 0 ? 2 : exitOf(result.value.verdict, options.failOn);
  }
  const { hint, at } = result.problem;
  const message = placed(result.problem.message, at);
  if (options.format !== 'text') {
    const { documentOfProblem } = await import('../../app/audit/audit-document.ts');
    await deliver(await printed(documentOfProblem(request, result.problem), options), options);
  }
  process.stderr.write(new UsageError(message, hint).toString());
  return 2;
}

/** Every amount that is named, whichever way is better, each once. */
function outcomesOf({ outcome, moreIsBetter, lessIsBetter }: AuditOptions): readonly string[] | undefined {
  const named = [outcome, moreIsBetter, lessIsBetter].flatMap((names) => names ?? []);
  return named.length === 0 ? undefined : [...new Set(named)];
}

/** A message that does not name its file gets the place before it. */
const placed = (message: string, at: Location | null): string =>
  at === null || message.includes(at.file) ? message : `${at.file}:${at.line}:${at.column}: ${message}`;

function requestOf(decisions: string, relation: string | undefined, options: AuditOptions): AuditRequest {
  const { group, moreIsBetter, lessIsBetter, timeout, at, vault, areas, area, pack, purpose, window } =
    options;
  const { decision, favourable, label, labelFavourable, score, weight, weightKind } = options;
  const { control, reference, rules, id, proxies, minimumGroup, marginals } = options;
  return {
    decisions,
    columns: given({
      groups: group ?? [],
      decision,
      favourable,
      label,
      labelFavourable,
      score,
      weight,
      weightKind,
      control,
      reference,
      rules,
      id,
      proxies,
      minimumGroup,
      marginals,
      outcomes: outcomesOf(options),
      moreIsBetter,
      lessIsBetter,
    }),
    at: at ?? new Date(),
    timeoutMs: 1000 * timeout,
    version: VERSION,
    environment: process.env,
    ...(relation === undefined ? {} : { relation }),
    ...(vault === undefined ? {} : { vault }),
    ...(areas === undefined ? {} : { areas }),
    ...(area === undefined ? {} : { area }),
    ...(pack === undefined ? {} : { pack }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(window === undefined ? {} : { window }),
  };
}

/** Without the keys that were not given. */
function given<T extends object>(
  all: T,
): { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
} {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never;
}

function warnOfSecret(decisions: string): void {
  if (/^postgres(?:ql)?:\/\/(?:[^/@]*:[^/]+@|.*[?&]password=)/i.test(decisions))
    process.stderr.write(
      'scruple: others on this machine can read a password in a command line\n  put the address into a variable, and name it as env:NAME\n',
    );
}

async function printed(report: AuditJson, options: AuditOptions): Promise<string> {
  switch (options.format) {
    case 'json': {
      const [{ auditJson }, { printed: print }] = await Promise.all([
        import('../../report/audit/audit-json.ts'),
        import('../../report/json/parts.ts'),
      ]);
      return print(auditJson(report));
    }
    case 'sarif': {
      const [{ auditSarif }, { printed: print }, { allChecks }] = await Promise.all([
        import('../../report/audit/audit-sarif.ts'),
        import('../../report/json/parts.ts'),
        import('../../app/checks.ts'),
      ]);
      return print(auditSarif(report, { checks: allChecks, version: VERSION }));
    }
    case 'html': {
      const { auditHtml } = await import('../../report/audit/audit-html.ts');
      return auditHtml(report);
    }
    default: {
      const { auditText } = await import('../../report/audit/audit-text.ts');
      const paint =
        options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
      return auditText(report, { width: widthOf(process.stdout), paint, showValues: false });
    }
  }
}
