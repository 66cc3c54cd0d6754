import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { listNotices } from '../../api/client.ts';
import styles from './page-preview.module.css';
import { orNone, type SettingsPart } from './tried-settings.ts';

/** Who writes, where a person answers, and what a yes agrees to. */
export function Sender({ settings, set }: SettingsPart) {
  const notices = useQuery({
    queryKey: ['notices', 'all'],
    queryFn: ({ signal }) => allPages((page) => listNotices(page, { signal })),
  });
  const versions = [...new Set((notices.data?.items ?? []).map(({ version }) => version))];
  return (
    <>
      <TextInput
        label="Who writes"
        description="As customers know you."
        maxLength={120}
        value={settings.organisation ?? ''}
        onChange={(event) => set({ ...settings, organisation: orNone(event.currentTarget.value) })}
      />
      <TextInput
        label="Where a person answers"
        description="A mail address or a phone number."
        maxLength={200}
        value={settings.contact ?? ''}
        onChange={(event) => set({ ...settings, contact: orNone(event.currentTarget.value) })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label="A yes agrees to"
          description="Without a notice nobody can say yes here."
          value={settings.notice ?? ''}
          onChange={(event) => set({ ...settings, notice: orNone(event.currentTarget.value) })}
          data={[
            { value: '', label: 'no notice' },
            ...new Set([...versions, ...(settings.notice === null ? [] : [settings.notice])]),
          ]}
        />
        <TextInput
          label="Law"
          description="Sets the clocks; empty keeps the shortest."
          maxLength={20}
          value={settings.jurisdiction ?? ''}
          onChange={(event) => set({ ...settings, jurisdiction: orNone(event.currentTarget.value) })}
        />
      </div>
      <TextInput
        type="url"
        label="Where the button to leave quickly leads"
        required
        maxLength={200}
        value={settings.leaveTo}
        onChange={(event) => set({ ...settings, leaveTo: event.currentTarget.value })}
      />
      <Checkbox
        label="Show everyone what we do not do"
        description="The boundaries in force, as a charter at /charter: a promise to the public."
        checked={settings.charter}
        onChange={(event) => set({ ...settings, charter: event.currentTarget.checked })}
      />
    </>
  );
}
