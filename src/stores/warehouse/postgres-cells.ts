import type { CustomTypesConfig } from 'pg';
import type { Cell } from '../../kernel/ports/warehouse.ts';

const asText = (text: string): string => text;
const asNumber = (text: string): number => Number(text);
/** The server speaks in UTC; without a zone the driver would take the zone of this machine. */
const asInstant = (text: string): Cell => {
  if (text === 'infinity' || text === '-infinity') return text;
  const [day, time] = text.split(' ');
  const at = new Date(
    time === undefined ? `${day}T00:00:00Z` : `${day}T${time.replace(/[+-]\d{2}(?::\d{2})?$/, '')}Z`,
  );
  return Number.isNaN(at.getTime()) ? text : at;
};

/** Readers by the number of the server's type; what has none stays text, as JSON and arrays do. */
const READERS: Readonly<Record<number, (text: string) => Cell>> = {
  16: (text) => text === 't',
  17: (text) => text.replace(/^\\x/, ''),
  20: (text) => BigInt(text),
  21: asNumber,
  23: asNumber,
  26: asNumber,
  700: asNumber,
  701: asNumber,
  1700: asNumber,
  1082: asInstant,
  1114: asInstant,
  1184: asInstant,
};

/** How values become cells of the port: 64-bit integers exactly, times in UTC. */
export const cellTypes = (): CustomTypesConfig =>
  ({ getTypeParser: (oid: number) => READERS[oid] ?? asText }) as unknown as CustomTypesConfig;

export const toPostgresParameter = (value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value instanceof Date ? value.toISOString() : value;
