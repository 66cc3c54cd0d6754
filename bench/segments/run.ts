import { cpus } from 'node:os';
import { argv } from 'node:process';
import { SourceText } from '../../src/kernel/source-text.ts';
import { readJson } from '../../src/playbook/3-segments/reading/json/read-json.ts';
import { readSql } from '../../src/playbook/3-segments/reading/sql/read-sql.ts';
import { LABELLED_QUERIES } from '../../src/playbook/3-segments/reading/testing/labelled-queries.ts';
import { VENDOR_SAMPLES } from '../../src/playbook/3-segments/reading/testing/vendor-samples.ts';

interface Count {
  found: number;
  missed: number;
  wrong: number;
  unread: number;
}

const empty = (): Count => ({ found: 0, missed: 0, wrong: 0, unread: 0 });
const counts = new Map<string, Count>();
const verbose = argv.includes('--verbose');
const RUNS = 10;

function add(
  group: string,
  wanted: ReadonlySet<string>,
  got: ReadonlySet<string> | null,
  name: string,
): void {
  const count = counts.get(group) ?? empty();
  const missed = [...wanted].filter((use) => got?.has(use) !== true);
  const wrong = [...(got ?? [])].filter((use) => !wanted.has(use));
  count.found += wanted.size - missed.length;
  count.missed += missed.length;
  count.wrong += wrong.length;
  count.unread += got === null ? 1 : 0;
  counts.set(group, count);
  if (verbose && missed.length + wrong.length > 0) console.log({ group, name, missed, wrong });
}

/** `role field path`, and the same without the role: a field that is found in another role still counts as found. */
const withoutRole = (uses: Iterable<string>): Set<string> =>
  new Set([...uses].map((use) => use.replace(/^\w+ /, '')));

async function quality(): Promise<void> {
  for (const { name, dialect, sql, schema, decides } of LABELLED_QUERIES) {
    const read = await readSql(new SourceText('q.sql', sql), {
      dialect,
      ...(schema === undefined ? {} : { schema }),
    });
    const got = read.ok
      ? new Set(
          read.value.uses
            .filter(({ role }) => role !== 'output')
            .map(({ role, field, jsonPath }) => [role, field, jsonPath].filter(Boolean).join(' ')),
        )
      : null;
    const wanted = new Set(decides);
    add(`${dialect}, fields`, withoutRole(wanted), got === null ? null : withoutRole(got), name);
    add(`${dialect}, fields and roles`, wanted, got, name);
  }
  for (const { name, format, definition, decides } of VENDOR_SAMPLES) {
    const { result } = readJson(new SourceText('q.json', JSON.stringify(definition)), format);
    const got = result.ok
      ? new Set(result.reading.fields.map(({ role, field }) => `${role} ${field}`))
      : null;
    add(`${format}, fields and roles`, new Set(decides), got, name);
  }
}

const share = (part: number, rest: number): string =>
  part + rest === 0 ? '—' : (part / (part + rest)).toFixed(3);

async function main(): Promise<void> {
  const start = performance.now();
  await readSql(new SourceText('first.sql', 'SELECT id FROM c WHERE a = 1'), { dialect: 'postgres' });
  const first = performance.now() - start;
  await quality();
  console.log(`${LABELLED_QUERIES.length} labelled queries, ${VENDOR_SAMPLES.length} vendor definitions\n`);
  console.log(`${'set'.padEnd(34)}recall  precision  unread`);
  for (const [group, { found, missed, wrong, unread }] of counts)
    console.log(`${group.padEnd(34)}${share(found, missed)}   ${share(found, wrong)}      ${unread}`);
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const from = performance.now();
    for (const { dialect, sql, schema } of LABELLED_QUERIES)
      await readSql(new SourceText('q.sql', sql), { dialect, ...(schema === undefined ? {} : { schema }) });
    rates.push(LABELLED_QUERIES.length / ((performance.now() - from) / 1000));
  }
  rates.sort((a, b) => a - b);
  console.log(`\nfirst reading, parsers loaded on the way: ${first.toFixed(0)} ms`);
  console.log(
    `queries a second: median ${rates[RUNS / 2]!.toFixed(0)}, from ${rates[0]!.toFixed(0)} to ${rates.at(-1)!.toFixed(0)} in ${RUNS} runs`,
  );
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
}

await main();
