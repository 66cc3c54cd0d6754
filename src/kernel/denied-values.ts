/** Whether literals say no: `is_bereaved = false` selects the people to whom the field does not apply. */
export const isDenied = (values: readonly string[]): boolean =>
  values.length > 0 && values.every((value) => /^'?(?:false|f|no|n|0|none|never)'?$/i.test(value.trim()));
