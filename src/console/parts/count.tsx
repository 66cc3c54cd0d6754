const numbers = new Intl.NumberFormat('en');

/** A number of things with the word for them, its digits in columns. */
export const Count = ({
  of,
  one,
  many = `${one}s`,
}: {
  readonly of: number;
  readonly one: string;
  readonly many?: string;
}) => (
  <span>
    {numbers.format(of)} {of === 1 ? one : many}
  </span>
);
