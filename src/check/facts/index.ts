import type { AudienceFact } from './audience.ts';
import type { BoundariesFact } from './boundary.ts';
import type { CardFact } from './card.ts';
import type { ClaimsFact } from './claim.ts';
import type { ContentFact } from './content.ts';
import type { DataMapFact } from './data-map.ts';
import type { DecisionsFact } from './decisions.ts';
import type { UsedFieldsFact } from './field-use.ts';
import type { FolderFact } from './folder.ts';
import type { MessagesFact, WordingFact } from './message.ts';
import type { ModelsFact } from './model.ts';
import type { PathsFact } from './paths.ts';
import type { SettingsFact } from './settings.ts';
import type { WaiversFact } from './waivers.ts';

/** Everything a check may read, by name. Providers are bound to these names in `app/`. */
export interface Facts {
  readonly card: CardFact;
  readonly settings: SettingsFact;
  readonly folder: FolderFact;
  readonly dataMap: DataMapFact;
  readonly audience: AudienceFact;
  readonly messages: MessagesFact;
  readonly wording: WordingFact;
  readonly content: ContentFact;
  readonly claims: ClaimsFact;
  readonly models: ModelsFact;
  readonly usedFields: UsedFieldsFact;
  readonly boundaries: BoundariesFact;
  readonly paths: PathsFact;
  readonly decisions: DecisionsFact;
  readonly waivers: WaiversFact;
}

export type FactName = keyof Facts;

/** A fact, or the reason why nobody can tell. */
export type FactState<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly because: string };

export type FactStates = { readonly [Name in FactName]?: FactState<Facts[Name]> };

export const known = <T>(value: T): FactState<T> => ({ known: true, value });
export const unknown = (because: string): FactState<never> => ({ known: false, because });
