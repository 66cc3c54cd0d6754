import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';

const LOOKS: ReadonlyArray<{ readonly value: MantineColorScheme; readonly label: string }> = [
  { value: 'auto', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return LOOKS.map(({ value, label }) => (
    <Menu.Item
      key={value}
      role="menuitemradio"
      aria-checked={colorScheme === value}
      onClick={() => setColorScheme(value)}
      rightSection={colorScheme === value ? '✓' : null}
      closeMenuOnClick={false}
    >
      {label}
    </Menu.Item>
  ));
}
