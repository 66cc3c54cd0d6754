import {
  measureLookalikes,
  measureNames,
  measureOwnNames,
  measureSpeed,
  sharedDataIsHere,
} from './measure.ts';

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const row = (what: string, figure: string, goal: string): void =>
  console.log(`${what.padEnd(62)} ${figure.padStart(9)}   ${goal}`);

if (sharedDataIsHere()) {
  const { visible, removed, topics, iab } = measureNames();
  row(
    `right category on ${visible.sensitive} visible sensitive names`,
    percent(visible.rightCategory),
    'goal 90 %; keywords 49 %',
  );
  row('  … of which called sensitive', percent(visible.calledSensitive), '');
  row(
    `right category on ${visible.context} visible context names`,
    percent(visible.contextRightCategory),
    '',
  );
  row(`${visible.none} visible harmless names called sensitive`, percent(visible.noneCalledSensitive), '');
  row('  … called context', percent(visible.noneCalledContext), '');
  row(`flagged of ${removed.names} interests that a platform withdrew`, percent(removed.flagged), '');
  row(
    `${topics.names} Topics called sensitive`,
    percent(topics.calledSensitive),
    'goal at most 1 %; keywords 2 %',
  );
  row('  … called context', percent(topics.calledContext), '');
  row(`${iab.names} IAB segments called sensitive`, percent(iab.calledSensitive), '');
  row('  … called context', percent(iab.calledContext), '');
} else console.log('skipped 10 figures: ../shared/data/segments is not here');
const ownNames = measureOwnNames();
row(
  `right category on ${ownNames.names} own sensitive names`,
  percent(ownNames.rightCategory),
  'first runs: 79 %, 80 %, 86 %',
);
const own = measureLookalikes();
row(
  `${own.names} own look-alikes called sensitive`,
  percent(own.fooled),
  'goal at most 10 %; keywords 58 % of 52',
);
row('  … called context', percent(own.hinted), '');
row('names a second, one core', Math.round(measureSpeed()).toLocaleString('en'), '');
