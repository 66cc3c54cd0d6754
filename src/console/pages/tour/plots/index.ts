import { lazy } from 'react';

// What draws is asked for by those alone who look at it.
export const MonthsPlot = lazy(async () => ({ default: (await import('./months-plot.tsx')).MonthsPlot }));
export const GroupsPlot = lazy(async () => ({ default: (await import('./groups-plot.tsx')).GroupsPlot }));
export const AlarmsPlot = lazy(async () => ({ default: (await import('./alarms-plot.tsx')).AlarmsPlot }));
