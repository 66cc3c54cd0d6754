import { type Problem, problem } from '../../kernel/problem.ts';

/** Nothing was begun. */
export const notOpened = (): Problem =>
  problem(
    'warehouse.unavailable',
    'the warehouse could not be opened to change it',
    'check the address in the environment, its rights, and that nothing else holds the file',
  );

/** The engine refused, and took back what was done before. What it says of it may quote a row, so it is not passed on. */
export const refusedChange = (statement: number): Problem =>
  problem(
    'warehouse.not-changed',
    `the warehouse refused change ${statement + 1}, and nothing was changed`,
    'look whether the table, its columns, its rules and the rights of the connection allow it',
  );

/** More people than who confirmed looked at could be among the rows. */
export const moreThanConfirmed = (statement: number, rows: number, most: number): Problem =>
  problem(
    'warehouse.not-changed',
    `change ${statement + 1} is of ${rows} rows, ${most} were confirmed, and nothing was changed`,
    'look again at what would change, and confirm that',
  );

export const unconfirmed = (): Problem =>
  problem(
    'warehouse.unconfirmed',
    'the warehouse went away before it said whether it kept the change: all of it stands, or nothing',
    'look again at what would change, and do it again: twice does no harm',
  );
