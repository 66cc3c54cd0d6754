const PERSON =
  '(?:customer|user|person|people|contact|member|subscriber|profile|client|patient|lead|guest|visitor|account_holder|recipient|household|employee|donor|student)';
const KEY = new RegExp(
  `^(?:${PERSON}_?(?:id|key|uuid|guid|number|no|ref)|e?_?mail(?:_address)?(?:_(?:sha256|md5|hash))?|(?:mobile_|cell_)?phone(?:_number)?|msisdn|(?:full_)?name|external_id|braze_id|idfa|gaid|maid|ssn)$`,
  'i',
);
const PERSON_TABLE = new RegExp(`(?:^|[._])${PERSON}s?$`, 'i');

/** Whether a column holds what tells one person from another, so that a list of its values is a list of people. */
export function isPersonKey(table: string | null, column: string): boolean {
  if (KEY.test(column) && !/^(?:full_)?name$/i.test(column)) return true;
  return table !== null && /^(?:id|uuid|key|name|full_name)$/i.test(column) && PERSON_TABLE.test(table);
}
