import { NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';

const PERIODS = [
  { value: '7', label: 'the last 7 days' },
  { value: '30', label: 'the last 30 days' },
  { value: '90', label: 'the last 90 days' },
] as const;
const STANDARD = '30';
const DAY_MS = 86_400_000;

/** The time that a page of the gate looks at, kept in the address. Days are those of world time, as the gate counts. */
export function usePeriod(): { readonly from: string; readonly to: string; readonly inWords: string } {
  const [params] = useSearchParams();
  const { value, label } = PERIODS.find((one) => one.value === params.get('days')) ?? PERIODS[1];
  const now = Date.now();
  return {
    from: dayOf(now - (Number(value) - 1) * DAY_MS),
    to: dayOf(now),
    inWords: label,
  };
}

export function PeriodField() {
  const [params, setParams] = useSearchParams();
  return (
    <NativeSelect
      label="Time"
      value={params.get('days') ?? STANDARD}
      onChange={(event) => {
        const next = new URLSearchParams(params);
        next.set('days', event.currentTarget.value);
        setParams(next, { replace: true });
      }}
      data={PERIODS.map((one) => ({ ...one }))}
    />
  );
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
