import { Checkbox } from '@mantine/core';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import styles from './page-preview.module.css';
import type { PageSettings, SettingsPart } from './tried-settings.ts';

type Theme = PageSettings['themes'][number];

const THEMES: Readonly<Record<Theme, string>> = {
  'mothers-day': 'Mother’s Day',
  'fathers-day': 'Father’s Day',
  baby: 'Baby',
  loss: 'Loss',
  weight: 'Weight',
  alcohol: 'Alcohol',
  gambling: 'Gambling',
  debt: 'Loans and debt',
};

/** On which channels people choose, and which themes they can ask to be spared. */
export const Offered = ({ settings, set }: SettingsPart) => (
  <>
    <Checkbox.Group
      label="Channels"
      description="At least one, six at most."
      value={[...settings.channels]}
      onChange={(channels) =>
        set({
          ...settings,
          channels: CHANNELS.filter((one) => channels.includes(one)) as PageSettings['channels'],
        })
      }
    >
      <div className={styles.checks}>
        {CHANNELS.map((one) => (
          <Checkbox key={one} value={one} label={channelInWords(one)} />
        ))}
      </div>
    </Checkbox.Group>
    <Checkbox.Group
      label="Themes that people can be spared"
      description="They give no reason, and nobody can look up who asked."
      value={[...settings.themes]}
      onChange={(themes) =>
        set({
          ...settings,
          themes: (Object.keys(THEMES) as Theme[]).filter((one) => themes.includes(one)),
        })
      }
    >
      <div className={styles.checks}>
        {Object.entries(THEMES).map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  </>
);
