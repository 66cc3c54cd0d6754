/** Before anything that is watched. */
export const BEGINNING = new Date(0);
