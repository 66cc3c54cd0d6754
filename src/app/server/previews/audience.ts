import type { FieldUse } from '../../../check/facts/audience.ts';
import type { UseCard } from '../../../check/facts/card.ts';
import { classifyField } from '../../../kernel/lexicon/index.ts';
import type { Location } from '../../../kernel/source-text.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readAudience } from '../../../playbook/3-segments/reading/read-audience.ts';
import { definitionsOf } from '../../definition-files.ts';
import type { View } from '../change.ts';
import { showVersion } from '../uses/show.ts';

/** A definition of who is reached, with every field that decides it. */
export interface ShownDefinition {
  readonly part: string;
  readonly file: string;
  readonly format: string;
  readonly isAssessed: boolean;
  /** Why it could not be read. */
  readonly problem: string | null;
  readonly fields: ReadonlyArray<
    Pick<FieldUse, 'field' | 'role' | 'path' | 'values'> & {
      readonly comparison: string | null;
      /** Sensitive categories; none where the verdict is held back. */
      readonly sensitive: readonly string[];
      readonly at: Location;
    }
  >;
  readonly unresolved: readonly string[];
}

/** More fields than a person reads. */
const MOST_FIELDS = 500;
const MOST_VALUES = 20;

export interface AudienceInput {
  readonly card: UseCard;
  readonly files: ReadonlyArray<{ readonly path: string; readonly text: string }>;
  readonly isVerdictHidden: boolean;
}

export async function audienceInput(view: View, useId: string, versionId: string): Promise<AudienceInput> {
  const { card, files, verdict } = await showVersion(view, useId, versionId);
  return { card: card as UseCard, files, isVerdictHidden: verdict === null };
}

/** Reads the definitions of an audience into the fields that decide it. */
export async function audienceOf({
  card,
  files,
  isVerdictHidden,
}: AudienceInput): Promise<readonly ShownDefinition[]> {
  const definitions: ShownDefinition[] = [];
  for (const { part, path } of definitionsOf(card)) {
    if (part === 'message' || part === 'model') continue;
    const file = files.find((one) => one.path === path || one.path.endsWith(`/${path}`));
    if (file === undefined) continue;
    const reading = await readAudience(new SourceText(file.path, file.text), {
      dialect: card.audience?.dialect,
      classify: classifyField,
    });
    definitions.push({
      part,
      file: file.path,
      format: reading.format,
      isAssessed: reading.assessed,
      problem: reading.problem?.message ?? null,
      fields: reading.fields
        .slice(0, MOST_FIELDS)
        .map(({ field, role, path: hops, values, comparison, sensitive, at }) => ({
          field,
          role,
          path: hops,
          values: values.slice(0, MOST_VALUES),
          comparison: comparison ?? null,
          sensitive: isVerdictHidden ? [] : sensitive,
          at,
        })),
      unresolved: reading.unresolved,
    });
  }
  return definitions;
}
