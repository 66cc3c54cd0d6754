import type { DataMapFact, DataMapField } from '../../../check/facts/data-map.ts';

/** Which data map entry a name means, for names as definitions, messages and models write them. */
export interface FieldResolver {
  /** A column or a name as a card writes it: whole, with a database before it, or a suffix that only one entry has. */
  column(name: string, jsonPath?: string | null): DataMapField | null;
  /** A name from another system (`customer.first_name`, `traits.plan`, `days_since_order`): the last word, if only one entry has it. */
  foreign(path: string): DataMapField | null;
}

const resolvers = new WeakMap<DataMapFact, FieldResolver>();

/** The resolver over a data map; made once for each. Case never matters, and where two entries fit, none does. */
export function fieldResolver(dataMap: DataMapFact): FieldResolver {
  let resolver = resolvers.get(dataMap);
  if (resolver === undefined) {
    resolver = makeResolver(dataMap);
    resolvers.set(dataMap, resolver);
  }
  return resolver;
}

function makeResolver(dataMap: DataMapFact): FieldResolver {
  const bySuffix = new Map<string, DataMapField[]>();
  for (const entry of dataMap.fields) {
    const parts = entry.name.toLowerCase().split('.');
    for (let from = 0; from < parts.length; from += 1) {
      const suffix = parts.slice(from).join('.');
      const known = bySuffix.get(suffix);
      if (known === undefined) bySuffix.set(suffix, [entry]);
      else known.push(entry);
    }
  }

  const only = (suffix: string): DataMapField | null => {
    const found = bySuffix.get(suffix);
    return found?.length === 1 ? found[0]! : null;
  };

  /** The longest tail of the name that is a whole entry, then the name itself as the only suffix of its kind. */
  const column = (name: string): DataMapField | null => {
    const parts = bare(name).split('.');
    for (let from = 0; from < parts.length; from += 1) {
      const whole = dataMap.field(parts.slice(from).join('.'));
      if (whole !== undefined) return whole;
    }
    return only(parts.join('.'));
  };

  return {
    column(name, jsonPath = null) {
      const inside = jsonPath === null ? null : column(`${name}.${jsonPath.replace(/^\$\.?/, '')}`);
      return inside ?? column(name);
    },
    foreign(path) {
      const parts = bare(path).split('.');
      const whole = column(path);
      if (whole !== null) return whole;
      const last = parts.at(-1)!;
      const candidates = bySuffix.get(last) ?? [];
      if (candidates.length < 2) return candidates[0] ?? null;
      const owner = parts.at(-2);
      const owned = candidates.filter((entry) => owner !== undefined && names(entry.dataset, owner));
      return owned.length === 1 ? owned[0]! : null;
    },
  };
}

const bare = (name: string): string => name.toLowerCase().replace(/["`[\]]/g, '');

/** Whether a dataset (`crm.customers`) is what a message calls `customer`. */
function names(dataset: string, owner: string): boolean {
  const table = dataset.toLowerCase().split('.').at(-1)!;
  return table === owner || table === `${owner}s`;
}
