import type { Labels } from '../entry.ts';

export const maritalFamily: Labels = {
  category: 'marital_family',
  strong: {
    en: `foster famil*, adoptive famil*, blended famil*, single-parent, solo parents, unwed mothers, teen parents, parents of twins, divorced parents, co-parents, co-parenting, marital status, family status, familial status, married people, married couples, newly married, newlywed*, engaged couples, recently engaged, newly engaged, single parent*, single mother*, single mom*, single mum*, single dad*, single father*, lone parent*, stepfamil*, step parents, foster parent*, adoptive parent*, unmarried, never married, cohabiting, domestic partnership, in a relationship, relationship status, households with children, presence of children, children in household, number of children, parents of, parents with, parent of, moms of, mothers of, childless*, child-free by choice, large families, breastfeed*, has children, new parents, parents all, parents with toddlers, parents with teenagers, parents with children`,
    de: `familienstand, verheiratet*, ledig*, alleinerziehend*, frisch verheiratet*, frisch verlobt*, kinder im haushalt, haushalte mit kindern, eltern von, kinderlos*, pflegeeltern, adoptiveltern, kinderreich*`,
    fr: `situation familiale, état civil, situation matrimoniale, marié, mariés, mariées, célibataire*, jeunes mariés, fiancés, parent isolé, parents isolés, famille monoparentale, familles monoparentales, mère célibataire, foyers avec enfants, nombre d'enfants, familles nombreuses, parents d'enfants`,
    es: `estado civil, casad*, soltero*, soltera*, recién casados, prometidos, familia monoparental, familias monoparentales, madre soltera, madres solteras, hogares con hijos, número de hijos, familia numerosa, familias numerosas, padres de`,
  },
  weak: {
    en: `parenting, parents, parent, moms, mums, motherhood, fatherhood, family planning, families, babies and toddlers, babies & toddlers, baby and toddler, baby products, baby safety, baby food, diapers, nappies, toddler*, daycare, child care, childcare, preschool, wedding*, bridal, brides, engagement ring*, adoption, singles, children's health, household composition, family life, family-oriented, family and relationships, empty nest*, expectant`,
    de: `eltern, elternschaft, familie*, babyprodukt*, windel*, hochzeit*, kinderbetreuung, singles`,
    fr: `parents, parentalité, famille*, bébé*, couches bébé, mariage*, garde d'enfants`,
    es: `padres, crianza, familia*, bebé*, pañales, boda*, guardería*`,
  },
  products: {
    any: `stroller*, crib, baby formula, kinderwagen*, poussette*, cochecito de bebé, pampers, huggies`,
  },
  columns: `marital*, marital status, married, is married, civil status, family status, familial*, relationship status, num children, number of children, children count, has children, child count, kids count, presence of children, household composition, household children, single parent, dependents, dependants, num dependents, spouse*, partner name, maiden name, familienstand, kinderanzahl, anzahl kinder, situation familiale, nb enfants, estado civil, hijos, newlywed*, family size`,
};
