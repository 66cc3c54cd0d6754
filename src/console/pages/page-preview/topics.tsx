import { Autocomplete, Button, TextInput } from '@mantine/core';
import { DATA_USES } from '../../../kernel/taxonomy/data-uses.ts';
import styles from './page-preview.module.css';
import { LANGUAGES, type Language, type SettingsPart } from './tried-settings.ts';

const PURPOSES = Object.keys(DATA_USES);
const MOST = 12;

/** Between what people choose. With none there is one choice for each channel. */
export function Topics({ settings, set }: SettingsPart) {
  const { topics } = settings;
  type Topic = (typeof topics)[number];
  const change = (index: number, topic: Topic) => set({ ...settings, topics: topics.with(index, topic) });
  const rename = (index: number, topic: Topic, language: Language, text: string) => {
    const { [language]: _, ...others } = topic.name;
    change(index, {
      ...topic,
      name: (language !== 'en' && text === '' ? others : { ...others, [language]: text }) as Topic['name'],
    });
  };
  return (
    <>
      {topics.map((topic, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is typed changes everything else of a topic
        <fieldset key={index} className={styles.topic}>
          <legend>Topic {index + 1}</legend>
          <div className={styles.pair}>
            <TextInput
              label="Short id"
              required
              pattern="[a-z0-9][a-z0-9\-]{0,63}"
              value={topic.id}
              onChange={(event) => change(index, { ...topic, id: event.currentTarget.value })}
            />
            <Autocomplete
              label="Purpose"
              required
              limit={12}
              data={PURPOSES}
              value={topic.purpose}
              onChange={(purpose) => change(index, { ...topic, purpose })}
            />
            {LANGUAGES.map(({ value, label }) => (
              <TextInput
                key={value}
                label={`Name in ${label}`}
                required={value === 'en'}
                maxLength={120}
                lang={value}
                value={topic.name[value] ?? ''}
                onChange={(event) => rename(index, topic, value, event.currentTarget.value)}
              />
            ))}
          </div>
          <div>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => set({ ...settings, topics: topics.filter((_, at) => at !== index) })}
            >
              Take topic {index + 1} out
            </Button>
          </div>
        </fieldset>
      ))}
      {topics.length >= MOST ? null : (
        <div>
          <Button
            variant="default"
            onClick={() =>
              set({
                ...settings,
                topics: [...topics, { id: '', purpose: 'marketing.communications', name: { en: '' } }],
              })
            }
          >
            Add a topic
          </Button>
        </div>
      )}
    </>
  );
}
