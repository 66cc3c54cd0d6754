import { TextInput } from '@mantine/core';
import styles from './page-preview.module.css';
import type { SettingsPart } from './tried-settings.ts';

const LOOKS = [
  { look: 'light', title: 'Colours in light' },
  { look: 'dark', title: 'Colours in dark' },
] as const;
const PARTS = [
  { part: 'page', label: 'Page' },
  { part: 'text', label: 'Text' },
  { part: 'accent', label: 'Buttons' },
] as const;

/** The few colours of the pages. */
export const Colours = ({ settings, set }: SettingsPart) =>
  LOOKS.map(({ look, title }) => (
    <fieldset key={look} className={styles.topic}>
      <legend>{title}</legend>
      <div className={styles.colours}>
        {PARTS.map(({ part, label }) => (
          <TextInput
            key={part}
            type="color"
            label={label}
            value={settings.colours[look][part]}
            onChange={(event) =>
              set({
                ...settings,
                colours: {
                  ...settings.colours,
                  [look]: { ...settings.colours[look], [part]: event.currentTarget.value },
                },
              })
            }
          />
        ))}
      </div>
    </fieldset>
  ));
