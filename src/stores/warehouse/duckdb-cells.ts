import type { Cell } from '../../kernel/ports/warehouse.ts';

/**
 * A value as the port speaks it. Nested values (lists, structs, maps) and blobs become JSON text: whoever wants their
 * parts takes them apart in the query.
 */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value;
    default:
      if (value instanceof Date) return value;
      if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
      return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? null;
  }
}
