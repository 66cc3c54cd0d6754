import type { AudiencePart as ReadPart } from '../../../check/facts/audience.ts';
import type { AudiencePart, NotAnswered } from '../../../playbook/6-control/access/access-document.ts';
import type { ResolvedKeys } from '../../../playbook/6-control/access/person-keys.ts';
import { audienceColumnsQuery, isInQuery, KEY_ORDER } from '../../../playbook/6-control/access/row-query.ts';
import { withoutEnd } from '../../count-people.ts';
import { definitionsOf } from '../../definition-files.ts';
import { readAudienceParts } from '../../read-parts.ts';
import { wordsOf } from './ask-sources.ts';
import type { KnownSource } from './known-sources.ts';
import type { LiveUse } from './live-uses.ts';
import type { OpenedWarehouses } from './opened-warehouses.ts';

interface Asked {
  readonly sources: readonly KnownSource[];
  readonly warehouses: OpenedWarehouses;
  readonly keys: ResolvedKeys;
}

type Yes = { readonly is: boolean; readonly because: null } | { readonly is: null; readonly because: string };
const unknown = (because: string): Yes => ({ is: null, because });

/** Whether a use that may run now reaches the person, asked of its own definition as it was cleared. */
export async function askAudience(
  { use, card, content, text }: LiveUse,
  asked: Asked,
): Promise<{ readonly part: AudiencePart | null; readonly notAnswered: readonly NotAnswered[] }> {
  const notAnswered: NotAnswered[] = [];
  const not = (what: string, because: string): void => {
    notAnswered.push({ part: `${use.id}: ${what}`, because });
  };
  const definitions = definitionsOf(card)
    .filter(({ part }) => part === 'segment' || part === 'exclude' || part === 'rule')
    .map((one) => ({ ...one, source: content.file(one.path) }));
  const segment = definitions.find(({ part }) => part === 'segment');
  if (segment === undefined) {
    not('audience', 'its card names no audience: ask whoever runs it');
    return { part: null, notAnswered };
  }
  const { value } = await readAudienceParts(content.cardFact, definitions, content.dataMap);
  const readings = new Map(value.parts.map((part) => [part.pointer, part]));
  const isIn = (definition: (typeof definitions)[number]): Promise<Yes> =>
    isPersonIn(readings.get(definition.pointer), definition.path, text(definition.path), asked);
  const reached = await isIn(segment);
  if (reached.is === null) not('audience', reached.because);
  const exclude = definitions.find(({ part }) => part === 'exclude');
  const left = exclude === undefined ? null : await isIn(exclude);
  if (left !== null && left.is === null) not('who is left out', left.because);
  const rules: Array<AudiencePart['rules'][number]> = [];
  for (const [index, rule] of (card.rules ?? []).entries()) {
    const definition = definitions.find(({ pointer }) => pointer === `/rules/${index}/sql`);
    const applies = definition === undefined ? unknown('it was not pushed') : await isIn(definition);
    if (applies.is === null) not(`rule ${rule.name}`, applies.because);
    else rules.push({ name: rule.name, reason: rule.reason ?? null, applies: applies.is });
  }
  if (reached.is === null) return { part: null, notAnswered };
  return {
    part: {
      use: use.id,
      kind: use.kind,
      purpose: card.purpose ?? null,
      basis: card.basis ?? null,
      channels: card.channels ?? [],
      isReached: reached.is && left?.is !== true,
      isLeftOut: left?.is ?? null,
      rules,
      fields: [
        ...new Set(
          value.parts.flatMap(({ reading }) =>
            reading.fields.flatMap(({ field, role }) => (role === 'output' ? [] : [field])),
          ),
        ),
      ],
    },
    notAnswered,
  };
}

async function isPersonIn(
  part: ReadPart | undefined,
  path: string,
  text: string | null,
  { sources, warehouses, keys }: Asked,
): Promise<Yes> {
  if (part === undefined || text === null) return unknown('its definition was not pushed');
  if (!/\.sql$/i.test(path)) return unknown('its audience is kept by another system: ask it there');
  const { reading } = part;
  if (!reading.assessed) return unknown('its definition cannot be read');
  const tables = new Set(
    reading.fields.map(({ field }) => field.slice(0, field.lastIndexOf('.')).toLowerCase()),
  );
  const read = sources.filter(({ dataset }) => tables.has(dataset.toLowerCase()));
  const places = new Set(read.map(({ table }) => table.warehouse));
  const [warehouse] = places;
  if (places.size !== 1 || warehouse == null)
    return unknown(
      places.size > 1
        ? 'its definition reads tables of more than one warehouse'
        : 'its definition reads no table whose warehouse is known',
    );
  const definition = withoutEnd(text);
  const columns = await warehouses.ask(warehouse, audienceColumnsQuery(definition));
  if (!columns.ok) return unknown(wordsOf(columns.problem.code));
  for (const kind of KEY_ORDER) {
    const own = keys.keys.filter((key) => key.kind === kind);
    const names = new Set(read.flatMap(({ table }) => table.keys[kind]?.toLowerCase() ?? []));
    const column = columns.value.columns.find((one) => names.has(one.toLowerCase()));
    if (own.length === 0 || column === undefined) continue;
    const answer = await warehouses.ask(warehouse, isInQuery(definition, column, own));
    if (!answer.ok) return unknown(wordsOf(answer.problem.code));
    return { is: Number(answer.value.rows[0]?.[0]) > 0, because: null };
  }
  return unknown('it names people by no key that is known of this person');
}
