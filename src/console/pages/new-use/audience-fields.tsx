import { Button, FileButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { AudienceWay, DraftForm, Faults } from './draft-form.ts';
import styles from './new-use.module.css';
import { LIST_FILES, readColumns } from './read-dropped.ts';

const WAYS: ReadonlyArray<{ readonly value: AudienceWay; readonly label: string }> = [
  { value: 'words', label: 'I describe them in words' },
  { value: 'list', label: 'I have a list of them (CSV)' },
  { value: 'json', label: 'My tool exports it (JSON)' },
  { value: 'sql', label: 'There is a database query (SQL)' },
];

const ASKS: Readonly<
  Record<Exclude<AudienceWay, 'list'>, { readonly label: string; readonly says: string }>
> = {
  words: {
    label: 'Who are they?',
    says: 'For example: customers who bought boots and have not been back for six months',
  },
  json: { label: 'The export', says: 'Paste what your tool gives when you export the audience' },
  sql: { label: 'The query', says: 'Paste it whole, comments too' },
};

const DIALECTS = [
  { value: '', label: 'I do not know' },
  { value: 'postgres', label: 'PostgreSQL' },
  { value: 'bigquery', label: 'BigQuery' },
  { value: 'snowflake', label: 'Snowflake' },
  { value: 'trino', label: 'Trino' },
  { value: 'duckdb', label: 'DuckDB' },
];

/** Who is reached, in the way that somebody has it at hand. */
export function AudienceFields({
  form,
  change,
  faults,
}: {
  readonly form: DraftForm;
  readonly change: (part: Partial<DraftForm>) => void;
  readonly faults: Faults;
}) {
  const { way } = form;
  return (
    <>
      <TextInput
        name="audienceName"
        label="What is the audience called?"
        maxLength={200}
        value={form.audienceName}
        error={faults.audienceName}
        onChange={({ currentTarget }) => change({ audienceName: currentTarget.value })}
      />
      <NativeSelect
        name="way"
        label="What do you have of it?"
        data={[...WAYS]}
        value={way}
        onChange={({ currentTarget }) => change({ way: currentTarget.value as AudienceWay })}
      />
      {way === 'list' ? (
        <List form={form} change={change} faults={faults} />
      ) : (
        <Textarea
          name="definition"
          label={ASKS[way].label}
          description={ASKS[way].says}
          rows={way === 'words' ? 3 : 6}
          value={form.definition}
          error={faults.definition}
          onChange={({ currentTarget }) => change({ definition: currentTarget.value })}
          {...(way === 'words' ? {} : { classNames: { input: styles.source! } })}
        />
      )}
      {way === 'sql' ? (
        <NativeSelect
          name="dialect"
          label="Which database is it for?"
          data={DIALECTS}
          value={form.dialect}
          onChange={({ currentTarget }) => change({ dialect: currentTarget.value as DraftForm['dialect'] })}
        />
      ) : null}
    </>
  );
}

const List = ({ form, change, faults }: Parameters<typeof AudienceFields>[0]) => (
  <>
    <div className={styles.beside}>
      <FileButton
        accept={LIST_FILES}
        onChange={(file) => {
          if (file !== null) void readColumns(file).then((header) => change({ header }));
        }}
      >
        {(props) => (
          <Button {...props} variant="default" size="sm">
            Choose the list
          </Button>
        )}
      </FileButton>
      <span className="small quiet">Only its first line is read: no person leaves your computer.</span>
    </div>
    <TextInput
      name="header"
      label="Its columns"
      description="The first line of the list"
      placeholder="customer_id, email, last_order"
      value={form.header}
      error={faults.header}
      onChange={({ currentTarget }) => change({ header: currentTarget.value })}
    />
    <TextInput
      name="origin"
      label="Where does it come from?"
      maxLength={500}
      value={form.origin}
      error={faults.origin}
      onChange={({ currentTarget }) => change({ origin: currentTarget.value })}
    />
  </>
);
