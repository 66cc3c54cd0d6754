import type { Entities } from '../entry.ts';

/** People, media, organisations and brands by the category they are known to stand for. */
export const ENTITIES: readonly Entities[] = [];
