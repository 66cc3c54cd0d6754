import type { SettingsFact } from '../../../check/facts/settings.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { isDataUse } from '../../../kernel/taxonomy/data-uses.ts';
import { readYaml, type YamlDocument } from '../../../kernel/yaml-document.ts';
import { type Settings, settingsSchema } from './schema.ts';

export interface SettingsReading extends YamlDocument<Settings> {
  readonly fact: SettingsFact | null;
}

/** Reads scruple.yaml. Problems: `yaml.*`, `config.*`, `card.unknown-purpose` for a purpose under an unknown parent. */
export function readSettings(source: SourceText): SettingsReading {
  const document = readYaml(source, settingsSchema, 'config');
  const settings = document.value;
  if (settings === null) return { ...document, fact: null };
  const declared = settings.purposes ?? [];
  const orphans: Problem[] = declared.flatMap(({ under }, index) =>
    isDataUse(under) || declared.some(({ key }) => key === under)
      ? []
      : [
          problem(
            'card.unknown-purpose',
            `\`${under}\` is no purpose that is known`,
            'use a key of the data use taxonomy',
            document.at(`/purposes/${index}/under`),
          ),
        ],
  );
  const fact: SettingsFact = {
    organisation: settings.organisation,
    jurisdictions: settings.jurisdictions,
    auditGroups: settings.audit?.groups ?? [],
    missions: settings.missions ?? [],
    purposes: declared.map(({ key, under }) => ({ key, under })),
  };
  return { ...document, problems: [...document.problems, ...orphans], fact };
}
