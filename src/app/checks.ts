import type { Check } from '../check/define.ts';
import { checks as boundaries } from '../playbook/1-boundaries/checks/index.ts';
import { checks as dataMap } from '../playbook/2-datamap/checks/index.ts';
import { checks as segments } from '../playbook/3-segments/checks/index.ts';
import { checks as harm } from '../playbook/4-harm/checks/index.ts';
import { checks as oversight } from '../playbook/5-oversight/checks/index.ts';
import { checks as control } from '../playbook/6-control/checks/index.ts';

/** Every check of the playbook, in the order of its practices; the order means nothing for a verdict. */
export const allChecks: readonly Check[] = [
  ...boundaries,
  ...dataMap,
  ...segments,
  ...harm,
  ...oversight,
  ...control,
];
