import { Autocomplete, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { DATA_CATEGORIES } from '../../../kernel/taxonomy/data-categories.ts';
import { type Kind, newParty, type Party } from './notice-draft.ts';
import styles from './notices.module.css';

const TYPES: Readonly<Record<Party['type'], string>> = {
  controller: 'controller: decides what for',
  'joint-controller': 'joint controller: decides with others',
  processor: 'processor: works for us',
  'third-party': 'third party: uses it for itself',
};
const FIELDS = [
  { name: 'name', label: 'Name' },
  { name: 'id', label: 'Short id' },
  { name: 'address', label: 'Address' },
  { name: 'contact', label: 'Contact: a mail address or a page' },
] as const;

const CATEGORIES = Object.keys(DATA_CATEGORIES);

/** Who decides about the data, or gets it. */
export const Parties = ({
  title,
  type,
  least,
  parties,
  set,
}: {
  readonly title: string;
  /** Of a new one. */
  readonly type: Party['type'];
  readonly least: number;
  readonly parties: readonly Party[];
  readonly set: (parties: readonly Party[]) => void;
}) => (
  <div className={styles.fields}>
    {parties.map((party, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is typed changes everything else of a party
      <fieldset key={index} className={styles.party}>
        <legend>
          {title}
          {parties.length > 1 ? `, ${index + 1}` : ''}
        </legend>
        <div className={styles.pair}>
          {FIELDS.map(({ name, label }) => (
            <TextInput
              key={name}
              label={label}
              required
              value={party[name]}
              onChange={(event) => set(parties.with(index, { ...party, [name]: event.currentTarget.value }))}
            />
          ))}
          <NativeSelect
            label="Is a"
            value={party.type}
            onChange={(event) =>
              set(parties.with(index, { ...party, type: event.currentTarget.value as Party['type'] }))
            }
            data={Object.entries(TYPES).map(([value, label]) => ({ value, label }))}
          />
        </div>
        {parties.length > least ? (
          <div>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => set(parties.filter((_, at) => at !== index))}
            >
              Take {party.name === '' ? 'it' : party.name} out
            </Button>
          </div>
        ) : null}
      </fieldset>
    ))}
    <div>
      <Button variant="default" onClick={() => set([...parties, newParty(type)])}>
        {least === 0 ? 'Add who gets the data' : 'Add who is in charge'}
      </Button>
    </div>
  </div>
);

/** The kinds of data that it is about, by the words of the data map. */
export const PersonalData = ({
  kinds,
  set,
}: {
  readonly kinds: readonly Kind[];
  readonly set: (kinds: readonly Kind[]) => void;
}) => (
  <fieldset className={styles.party}>
    <legend>Kinds of data</legend>
    {kinds.map((kind, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is typed is all that a kind has
      <div key={index} className={styles.row}>
        <Autocomplete
          label={`Kind ${index + 1}`}
          required
          limit={12}
          data={CATEGORIES}
          value={kind.category}
          onChange={(category) => set(kinds.with(index, { ...kind, category }))}
        />
        <Checkbox
          label="optional"
          aria-label={`Kind ${index + 1} is optional`}
          checked={kind.isOptional}
          onChange={(event) => set(kinds.with(index, { ...kind, isOptional: event.currentTarget.checked }))}
        />
        {kinds.length > 1 ? (
          <Button variant="default" onClick={() => set(kinds.filter((_, at) => at !== index))}>
            Take kind {index + 1} out
          </Button>
        ) : null}
      </div>
    ))}
    <div>
      <Button variant="default" onClick={() => set([...kinds, { category: '', isOptional: false }])}>
        Add a kind
      </Button>
    </div>
  </fieldset>
);
