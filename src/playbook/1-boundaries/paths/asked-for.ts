import type { DataMapField } from '../../../check/facts/data-map.ts';
import type { PathState } from '../../../check/facts/paths.ts';
import { categoryTitle, type SensitiveCategory } from '../../../kernel/categories.ts';
import { isPurposeUnder } from '../../../kernel/taxonomy/purpose-line.ts';
import { decidingFields } from '../deciding-fields.ts';
import type { PathsInput } from './judge-paths.ts';

interface SensitiveUse {
  readonly name: string;
  readonly entry: DataMapField | null;
  readonly categories: readonly SensitiveCategory[];
}

/**
 * Asked for: each sensitive field that decides, or that a message shows, was given by the person for this purpose under a
 * consent, with nothing inferred from it; or the organisation exists to serve that category and says on what ground.
 */
export function judgeAskedFor(input: PathsInput): PathState {
  const { audience } = input;
  if (audience === null) return closed('the audience could not be read');
  const unread = audience.parts.find(({ reading }) => !reading.assessed);
  if (unread !== undefined) return closed(`\`${unread.reading.file ?? unread.pointer}\` could not be read`);

  const sensitive = sensitiveUses(input);
  if (sensitive.length === 0) return closed('no sensitive field decides or is shown');
  const grounds: string[] = [];
  for (const use of sensitive) {
    const mission = missionFor(use, input);
    const lacks = mission === null ? lacksOf(use, input) : null;
    if (lacks !== null) return closed(`\`${use.name}\` ${lacks}`);
    grounds.push(
      mission ?? `\`${use.name}\` was given for this purpose under ${use.entry!.consent ?? 'consent'}`,
    );
  }
  return open([...new Set(grounds)].join('; '));
}

const open = (because: string): PathState => ({ open: true, because });
const closed = (because: string): PathState => ({ open: false, because });

function sensitiveUses({ card, audience, usedFields }: PathsInput): SensitiveUse[] {
  const uses = new Map<string, SensitiveUse>();
  const add = (name: string, entry: DataMapField | null, seen: readonly SensitiveCategory[]): void => {
    if (seen.length === 0) return;
    const before = uses.get(name.toLowerCase());
    uses.set(name.toLowerCase(), {
      name,
      entry,
      categories: [...new Set([...(before?.categories ?? []), ...seen])].sort(),
    });
  };
  for (const { name, entry, sensitive } of decidingFields(card.card, audience, usedFields))
    add(name, entry, sensitive);
  for (const { name, entry, where } of usedFields.used)
    if (where === 'message')
      add(name, entry, [...(entry?.declaredSensitive ?? []), ...(entry?.seenSensitive ?? [])]);
  return [...uses.values()];
}

/** Where an organisation that serves people in a sensitive matter may have its data from: from them. */
const OWN_RELATION: ReadonlySet<string | null> = new Set(['provided', 'observed', 'derived']);

function missionFor({ categories, entry }: SensitiveUse, { settings }: PathsInput): string | null {
  if (!OWN_RELATION.has(entry?.origin ?? null)) return null;
  const missions = categories.map((category) =>
    settings.missions.find((mission) => mission.category === category),
  );
  if (missions.some((mission) => mission === undefined)) return null;
  return missions
    .map(
      (mission) =>
        `serving people in matters of ${categoryTitle(mission!.category)} is the mission (${mission!.ground})`,
    )
    .join('; ');
}

function lacksOf({ entry }: SensitiveUse, { card: { card }, settings }: PathsInput): string | null {
  if (entry === null) return 'is not in the data map';
  if (entry.origin !== 'provided')
    return `was not given by the person: its origin is ${entry.origin ?? 'unknown'}`;
  if (entry.derivedFrom.length > 0) return 'is computed from other fields';
  const { purpose } = card;
  if (purpose === undefined) return 'cannot be compared with a purpose, which the card does not name';
  if (!entry.collectedFor.some((collected) => isPurposeUnder(purpose, collected, settings.purposes)))
    return `was not collected for \`${purpose}\``;
  if (entry.consent === null && entry.basis !== 'consent') return 'was given under no consent';
  return null;
}
