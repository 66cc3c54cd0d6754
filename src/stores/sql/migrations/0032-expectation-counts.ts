import type { Migration } from './migration.ts';

/** How many expected a use of their data. There is no column for who, nor for when. */
export const expectationCounts: Migration = {
  number: 32,
  name: 'expectation counts',
  statements: [
    `create table expectation_counts (
      category text not null,
      origin text not null,
      purpose text not null,
      channel text not null,
      answer text not null,
      people bigint not null,
      primary key (category, origin, purpose, channel, answer)
    )`,
  ],
};
