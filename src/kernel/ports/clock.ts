/** The only source of time for domain code. */
export interface Clock {
  now(): Date;
}
