import type { Location } from '../../kernel/source-text.ts';
import type { DataMapField } from './data-map.ts';

/** Every data field that the use touches anywhere: declared, in the audience, merged into messages, fed to a score. */
export interface UsedField {
  readonly name: string;
  readonly entry: DataMapField | null;
  readonly where: 'declared' | 'audience' | 'message' | 'score' | 'supplier';
  /** Whether it decides who is reached or how they are treated, rather than being shown or sent along. */
  readonly decides: boolean;
  readonly at: Location;
}

export interface UsedFieldsFact {
  readonly used: readonly UsedField[];
}
