export { classifyField, type FieldClass } from './classify-field.ts';
export { type TermHit, termsIn } from './terms-in.ts';
