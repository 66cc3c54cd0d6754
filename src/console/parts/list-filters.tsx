import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { ListAddress } from './list-address.ts';
import styles from './server-table.module.css';

export interface ListFilter {
  /** The server's word for it, which stands in the address too. */
  readonly name: string;
  readonly label: string;
  /** What can be chosen; absent where one types. */
  readonly options?: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  /** What is shown while nothing is chosen, where that is not simply any. */
  readonly unchosen?: string;
}

/** The filters of a list. What is typed counts when the typing pauses. */
export const ListFilters = ({
  filters,
  address,
}: {
  readonly filters: readonly ListFilter[];
  readonly address: ListAddress;
}) => (
  <search className={styles.filters}>
    {filters.map(({ name, label, options, unchosen = 'Any' }) =>
      options === undefined ? (
        <Typed
          key={name}
          label={label}
          value={address.filters[name] ?? ''}
          set={(value) => address.setFilter(name, value)}
        />
      ) : (
        <NativeSelect
          key={name}
          label={label}
          value={address.filters[name] ?? ''}
          onChange={(event) => address.setFilter(name, event.currentTarget.value)}
          data={[{ value: '', label: unchosen }, ...options]}
        />
      ),
    )}
  </search>
);

function Typed({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const later = useDebouncedCallback(set, 250);
  useEffect(() => {
    // The address may change by itself, as on the way back; what is being typed stays.
    if (field.current !== null && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  return (
    <TextInput
      ref={field}
      type="search"
      label={label}
      defaultValue={value}
      onChange={(event) => later(event.currentTarget.value.trim())}
    />
  );
}
