import type { Labels } from '../entry.ts';

export const incomeAssistance: Labels = {
  category: 'income_assistance',
  strong: {
    en: `public assistance, welfare recipient*, on welfare, on benefits, welfare benefit*, benefit claimant*, benefits claimant*, food stamp*, snap benefit*, snap recipient*, ebt card*, ebt cardholder*, wic recipient*, medicaid, medicaid recipient*, section 8 housing, section 8 voucher*, housing voucher*, housing benefit*, public housing resident*, council housing tenant*, universal credit, jobseeker's allowance, unemployment benefit*, unemployment recipient*, supplemental security income, disability benefits, income support, tanf, food bank user*, free school meals, subsidized housing, social housing tenant*`,
    de: `bürgergeld*, hartz iv, hartz 4, sozialhilfe*, grundsicherung*, wohngeld*, arbeitslosengeld*, leistungsempfänger*, tafel kund*, sozialwohnung*`,
    fr: `rsa bénéficiaire*, bénéficiaire* du rsa, allocataire*, allocation chômage, allocations chômage, aide sociale, aides sociales, minima sociaux, allocation logement, logement social, banque alimentaire`,
    es: `ayuda social, ayudas sociales, prestación social, subsidio de desempleo, ingreso mínimo vital, renta mínima, vivienda social, banco de alimentos`,
  },
  weak: {
    en: `government benefits, food bank*, social welfare, affordable housing`,
    de: `sozialleistung*`,
    fr: `prestations sociales`,
    es: `prestaciones sociales`,
  },
  columns: `benefit recipient*, benefits recipient*, welfare*, snap benefit*, snap recipient*, snap eligible, ebt*, wic, medicaid*, public assistance, housing benefit*, housing voucher, section 8, universal credit, unemployment benefit*, benefit deposit*, benefit income, ssi, tanf, income support, buergergeld*, hartz*, sozialhilfe*, wohngeld*, rsa beneficiaire*, minima sociaux, social tariff, food stamp*`,
};
