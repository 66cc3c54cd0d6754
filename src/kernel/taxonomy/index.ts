export {
  DATA_CATEGORIES,
  type DataCategory,
  dpvPersonalDataOf,
  isDataCategory,
  sensitiveOfCategory,
} from './data-categories.ts';
export { DATA_USES, type DataUse, dpvPurposeOf, isDataUse } from './data-uses.ts';
export { isUnder, parentOf, type Relation, relation } from './tree.ts';
