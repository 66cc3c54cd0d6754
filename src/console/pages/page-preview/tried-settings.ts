import type { ReadCustomerPages200 } from '../../api/client.ts';

/** What is set of the customers’ pages, as it stands in the form. */
export type PageSettings = Omit<ReadCustomerPages200, 'version'>;

export interface SettingsPart {
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
}

export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'es', label: 'Spanish' },
  { value: 'fr', label: 'French' },
] as const;
export type Language = (typeof LANGUAGES)[number]['value'];

/** What is left empty is not set. */
export const orNone = (text: string): string | null => (text.trim() === '' ? null : text);
