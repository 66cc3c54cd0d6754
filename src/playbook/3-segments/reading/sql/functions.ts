/** What the reader must know of functions by name; names are compared in lower case, whatever the dialect. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const AGGREGATES = words(`
  count sum avg min max mean median mode stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
  count_if countif count_distinct approx_distinct approx_count_distinct approx_percentile approx_quantile approx_quantiles
  approx_top_k approx_top_count approx_top_sum approx_top_k_accumulate percentile percentile_cont percentile_disc quantile
  quantile_cont quantile_disc array_agg list string_agg listagg list_agg group_concat json_agg jsonb_agg json_object_agg
  jsonb_object_agg object_agg json_array_agg array_concat_agg array_unique_agg bool_and bool_or every booland_agg boolor_agg
  logical_and logical_or bit_and bit_or bit_xor bitand_agg bitor_agg bitxor_agg any_value arbitrary first last first_value_agg
  arg_max arg_min argmax argmin max_by min_by map_agg map_union multimap_agg set_agg histogram checksum geometric_mean
  entropy kurtosis skewness product sum_if sumif avg_if hll hll_count hash_agg minhash min_n max_n regr_slope
  regr_intercept regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_sxy regr_syy favg fsum reservoir_quantile
  max_if min_if bitwise_and_agg bitwise_or_agg bitwise_xor_agg bool_xor_agg hll_combine range_agg xmlagg mad grouping
`);

export const isAggregate = (name: string): boolean => AGGREGATES.has(name.toLowerCase());

/** Functions whose literal arguments are what a column is compared with. */
const COMPARING = words(`
  position strpos str_position instr charindex locate contains contains_substr starts_with startswith ends_with endswith
  prefix suffix regexp_like regexp_ilike regexp_matches regexp_match regexp_full_match regexp_contains regexp_count
  regexp_instr regexp_substr regexp_extract regexp rlike like ilike like_any ilike_any list_contains list_has array_contains
  array_position list_position list_has_any list_has_all array_has array_has_any array_has_all arrays_overlap array_overlaps
  any_match all_match none_match array_any array_all filter list_filter array_filter search equal_null decode decode_case
  nullif null_if jsonb_contains json_contains map_contains_key in_list greatest least st_dwithin st_within st_contains
  st_distance jsonb_path_exists jsonb_path_match json_exists jsonpath_exists j_s_o_n_b_contains to_tsquery plainto_tsquery
  phraseto_tsquery websearch_to_tsquery glob similar_to levenshtein editdistance jarowinkler_similarity
`);

export const isComparing = (name: string): boolean => COMPARING.has(name.toLowerCase());

/** Functions that reach into JSON by a path in their second argument; `true` when a plain word is one key. */
const JSON_PATH = new Map<string, boolean>([
  ['json_extract', false],
  ['json_extract_scalar', false],
  ['json_extract_string', true],
  ['json_extract_array', false],
  ['json_extract_string_array', false],
  ['json_value', false],
  ['json_query', false],
  ['json_value_array', false],
  ['json_query_array', false],
  ['json_extract_path_text_snowflake', false],
  ['get_path', false],
  ['get', true],
  ['get_ignore_case', true],
  ['struct_extract', true],
  ['map_extract', true],
  ['element_at', true],
  ['json_exists', false],
  ['jsonb_path_exists', false],
  ['jsonb_path_match', false],
  ['jsonb_path_query', false],
  ['jsonb_path_query_first', false],
  ['jsonb_path_query_array', false],
  ['json_array_contains_path', false],
  ['jsonb_exists', true],
  ['map_contains_key', true],
  ['json_contains_path', false],
]);

export const jsonPathFunction = (name: string): { readonly key: boolean } | null => {
  const key = JSON_PATH.get(name.toLowerCase());
  return key === undefined ? null : { key };
};

/** Functions whose second and further arguments are one key each. */
const JSON_KEYS = words(
  'json_extract_path json_extract_path_text jsonb_extract_path jsonb_extract_path_text',
);
export const isJsonKeysFunction = (name: string): boolean => JSON_KEYS.has(name.toLowerCase());

/** Functions that change the form of a JSON value and keep its place. */
const JSON_PASS = words(
  'parse_json try_parse_json to_json to_jsonb safe_parse_json json_parse json try_json_parse as_varchar as_char as_integer as_double as_object lax_string lax_int64 lax_float64 lax_bool string int64 float64 bool to_variant to_object to_varchar to_char',
);
export const keepsPlace = (name: string): boolean => JSON_PASS.has(name.toLowerCase());

/** Table functions that give the elements of their argument. */
const SPREADING = words(`
  unnest explode explode_outer posexplode flatten jsonb_array_elements jsonb_array_elements_text json_array_elements
  json_array_elements_text json_each jsonb_each json_each_text jsonb_each_text json_tree jsonb_path_query regexp_split_to_table
  string_to_table split_to_table strtok_split_to_table
`);
export const isSpreading = (name: string): boolean => SPREADING.has(name.toLowerCase());

/** Table functions that turn one JSON value into columns: `true` when it is a list of such values. */
const RECORDS = new Map<string, boolean>([
  ['jsonb_to_record', false],
  ['json_to_record', false],
  ['jsonb_populate_record', false],
  ['json_populate_record', false],
  ['jsonb_to_recordset', true],
  ['json_to_recordset', true],
]);
export const recordFunction = (name: string): { readonly many: boolean } | null => {
  const many = RECORDS.get(name.toLowerCase());
  return many === undefined ? null : { many };
};

/** Table functions that make rows of their own and read nothing that is not in their arguments. */
const MAKING = words(`
  generate_series generate_subscripts range sequence generate_date_array generate_timestamp_array generate_array
  generator values rowcount json_table j_s_o_n_table xmltable x_m_l_table json_object_keys jsonb_object_keys
`);
export const makesRows = (name: string): boolean => MAKING.has(name.toLowerCase());

/** Functions that give one of their arguments back as it is. */
const PASSING = words(
  'coalesce ifnull if_null nvl any_value min max first last first_value last_value unnest explode arg_max arg_min max_by min_by flatten',
);
export const passesOn = (name: string): boolean => PASSING.has(name.toLowerCase());
