/**
 * A hundred million outcome rows, from Parquet, to 60,000 streams by DuckDB: time and memory.
 * Run: node bench/outcomes/aggregate.ts [--rows 100000000]. Writes results/aggregate.json.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000000' } } });
const rows = Number(values.rows);
const loadBefore = loadavg();
const folder = await mkdtemp(join(tmpdir(), 'scruple-aggregate-'));
const file = join(folder, 'outcomes.parquet');
const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '2GB' })).connect();

// 1,000 uses of 60 groups over 30 days; of a thousand rows 993 are sends, the others what followed one.
await connection.run(`copy (
  select ((h % 1000)::usmallint) as use, ((h // 1000 % 60)::utinyint) as people,
    (1795000000 + i * 2592000 // ${rows})::uinteger as second,
    (case when h // 60000 % 1000 < 993 then 'send' when h // 60000 % 1000 < 994 then 'complaint'
      when h // 60000 % 1000 < 997 then 'opt-out' else 'bounce' end) as type
  from (select i, hash(i) as h from range(${rows}) r (i))
) to '${file}' (format parquet)`);
const bytes = (await stat(file)).size;

const before = performance.now();
const cpuBefore = process.cpuUsage();
const reader = await connection.runAndReadAll(`
  select use, people, count(*) filter (where type = 'send') as sends,
    count(*) filter (where type = 'complaint') as complaints,
    count(*) filter (where type = 'opt-out') as "optOuts", count(*) filter (where type = 'bounce') as bounces
  from read_parquet('${file}') group by use, people`);
const seconds = (performance.now() - before) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const counted = reader.getRows();
const total = counted.reduce(
  (sum, row) => sum + row.slice(2).reduce((all: number, one) => all + Number(one), 0),
  0,
);
if (total !== rows) throw new Error(`${total} of ${rows} rows are counted`);

const byHourBefore = performance.now();
const byHour = await connection.runAndReadAll(`
  select count(*) from (
    select use, people, second // 3600, type, count(*) from read_parquet('${file}') group by all)`);
const byHourSeconds = (performance.now() - byHourBefore) / 1000;

const round = (value: number): number => Number(value.toFixed(2));
const results = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  node: process.version,
  loadBefore: loadBefore.map(round),
  rows,
  parquetMegabytes: Math.round(bytes / 1e6),
  streams: counted.length,
  seconds: round(seconds),
  cpuSeconds: round((cpu.user + cpu.system) / 1e6),
  cells: { byHourAndType: Number(byHour.getRows()[0]![0]), seconds: round(byHourSeconds) },
  // Of the whole process, what made the rows among it.
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.warn(JSON.stringify(results));
connection.closeSync();
await rm(folder, { recursive: true });
await writeFile(new URL('results/aggregate.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
