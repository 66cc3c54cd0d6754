/** When a date ends: one without a time holds to the end of that day, in UTC. An unreadable date gives an invalid one. */
export const endOfDay = (date: string): Date =>
  new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T23:59:59.999Z` : date);
