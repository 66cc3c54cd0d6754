import { type Command, Option } from 'commander';
import type { SqlDialect } from '../../check/facts/card.ts';
import type { SegmentsReport } from '../../report/model.ts';
import { deliver, refuseContradictions } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { readInput, readInputs } from '../read-input.ts';
import {
  atOption,
  failOnOption,
  formatOption,
  type OutputOptions,
  outOption,
  showValuesOption,
} from '../shared-options.ts';
import { streamLines } from '../stream-lines.ts';
import { paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface SegmentOptions extends OutputOptions {
  readonly dialect?: SqlDialect;
  readonly schema?: string;
  readonly lines?: boolean;
  readonly names?: boolean;
}

export function addSegment(program: Command, ending: Ending): void {
  program
    .command('segment')
    .description('say which fields and values decide an audience, and how sensitive they are')
    .argument('<file...>', 'definitions (.sql .json .yaml .txt), or - for stdin')
    .addOption(
      new Option('--dialect <dialect>', 'SQL dialect').choices([
        'postgres',
        'duckdb',
        'bigquery',
        'snowflake',
        'trino',
      ] satisfies SqlDialect[]),
    )
    .option('--schema <file>', 'JSON file that maps each table to its columns')
    .option(
      '--lines',
      'take one JSON object a line: { id, dialect, sql, schema } or { id, format, definition }',
    )
    .option('--names', 'take one audience name a line')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addOption(failOnOption())
    // Nothing in a definition depends on the time; who gives every command the same clock may.
    .addOption(atOption())
    .addOption(showValuesOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple segment segment.sql --dialect postgres --schema schema.json\n  scruple segment --lines - < segments.jsonl\n  scruple segment --names - < audience-names.txt\n',
    )
    .action(async (files: string[], options: SegmentOptions) => {
      if (options.lines === true && options.names === true)
        throw new UsageError('--lines and --names exclude each other', 'leave one of the two out');
      ending.status =
        options.lines === true || options.names === true
          ? await lines(files, options)
          : await segments(files, options);
    });
}

async function lines(files: readonly string[], options: SegmentOptions): Promise<number> {
  const [{ segmentLine, nameLine }, { problemJson }] = await Promise.all([
    import('../../app/read-segments.ts'),
    import('../../report/json/parts.ts'),
  ]);
  if (options.names === true)
    return streamLines(
      files,
      {
        answer: nameLine,
        unreadable: (why) => ({
          name: null,
          assessed: false,
          level: 'unknown',
          categories: [],
          problem: problemJson(why),
        }),
      },
      options.out,
    );
  const { segmentLineJson } = await import('../../report/json/segments-json.ts');
  return streamLines(
    files,
    {
      answer: async (json) => segmentLineJson(await segmentLine(json)),
      unreadable: (why) => ({
        id: null,
        file: null,
        dialect: null,
        format: null,
        assessed: false,
        problem: problemJson(why),
        fields: [],
        unresolved: [],
        findings: [],
      }),
    },
    options.out,
  );
}

async function segments(files: readonly string[], options: SegmentOptions): Promise<number> {
  refuseContradictions(options);
  const schema = options.schema === undefined ? null : await readSchema(options.schema);
  const [{ inputs, problems }, { readSegments }, { exitOf }] = await Promise.all([
    readInputs(files),
    import('../../app/read-segments.ts'),
    import('../../report/exit.ts'),
  ]);
  const read = await readSegments(
    inputs.map(({ file, bytes }) => ({ file: file === '-' ? null : file, bytes })),
    { dialect: options.dialect ?? null, schema },
  );
  const report = { ...read, problems: [...problems, ...read.problems] };
  await deliver(await printed(report, options), options);
  const judged = report.segments.map(({ findings }) => ({ verdict: null, findings }));
  // A definition that could not be read is a problem, whether or not its reader listed it among the problems.
  const unread = report.segments.flatMap(({ reading }) => reading.problem ?? []);
  return exitOf({ judged, problems: [...new Set([...report.problems, ...unread])] }, options.failOn).status;
}

async function readSchema(file: string): Promise<Record<string, readonly string[]>> {
  const hint = 'give a JSON object as { "crm.customers": ["id", "email"] }';
  const read = await readInput(file);
  if (!read.ok) throw new UsageError(read.problem.message, read.problem.hint);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(read.value));
  } catch {
    throw new UsageError(`\`${file}\` is not valid JSON`, hint);
  }
  const isSchema =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (columns) => Array.isArray(columns) && columns.every((column) => typeof column === 'string'),
    );
  if (!isSchema) throw new UsageError(`\`${file}\` does not map tables to lists of columns`, hint);
  return value as Record<string, readonly string[]>;
}

async function printed(report: SegmentsReport, options: SegmentOptions): Promise<string> {
  if (options.format === 'json') {
    const [{ segmentsJson }, { printed: print }] = await Promise.all([
      import('../../report/json/segments-json.ts'),
      import('../../report/json/parts.ts'),
    ]);
    return print(segmentsJson(report));
  }
  const { segmentsText } = await import('../../report/text/segments-text.ts');
  const paint =
    options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
  return segmentsText(report, {
    width: widthOf(process.stdout),
    paint,
    showValues: options.showValues === true,
    failOn: options.failOn,
  });
}
