import { categoryTitle, isVulnerability, type SensitiveCategory } from '../../kernel/categories.ts';

/** Categories as people read them: `physical or mental health; disability`. */
export const titlesOf = (categories: readonly SensitiveCategory[]): string =>
  categories.map(categoryTitle).join('; ');

export const vulnerabilitiesAmong = (categories: readonly SensitiveCategory[]): SensitiveCategory[] =>
  categories.filter(isVulnerability);

export const among =
  (wanted: readonly SensitiveCategory[]) =>
  (categories: readonly SensitiveCategory[]): SensitiveCategory[] =>
    categories.filter((category) => wanted.includes(category));
