import type { FieldUse } from '../../../check/facts/audience.ts';
import type { UseCard } from '../../../check/facts/card.ts';
import { classifyField } from '../../../kernel/lexicon/index.ts';
import type { Location } from '../../../kernel/source-text.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readAudience } from '../../../playbook/3-segments/reading/read-audience.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { pageRows, type RowSorts } from '../../../stores/sql/repositories/page-rows.ts';
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

type Definition = ReturnType<typeof definitionsOf>[number];
/** As the card names them, or by the name of their file. */
const SORTS = { card: [], file: [({ path }) => path] } satisfies RowSorts<Definition, string>;

/** Reads the definitions of an audience into the fields that decide it. Refusals: `store.invalid-cursor`. */
export async function audienceOf(
  { card, files, isVerdictHidden }: AudienceInput,
  filter: { readonly part?: string | undefined },
  request: PageRequest<keyof typeof SORTS>,
): Promise<Page<ShownDefinition>> {
  const named = definitionsOf(card).filter(
    ({ part }) =>
      part !== 'message' && part !== 'model' && (filter.part === undefined || part === filter.part),
  );
  const page = pageRows(
    named.filter(({ path }) => fileOf(files, path) !== undefined),
    SORTS,
    'card',
    request,
  );
  const definitions: ShownDefinition[] = [];
  for (const { part, path } of page.items) {
    const file = fileOf(files, path)!;
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
  return { ...page, items: definitions };
}

const fileOf = (files: AudienceInput['files'], path: string) =>
  files.find((one) => one.path === path || one.path.endsWith(`/${path}`));
