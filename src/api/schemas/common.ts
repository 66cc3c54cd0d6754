import { z } from 'zod';
import { ROLES } from '../../app/server/rights.ts';

/** One line of text that people read: no control characters, nothing that turns its direction around. */
export const line = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/u, 'it holds characters that do not show');

/** Text of several lines. */
export const text = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(
      /^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/u,
      'it holds characters that do not show',
    );

export const moment = z.iso.datetime({ offset: true });
export const role = z.enum(ROLES).meta({ id: 'Role' });
export const personKey = z.string().regex(/^person:[A-Za-z0-9_-]{1,64}$/);
/** An id of ours, or of a use. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/);
export const version = z.int().min(1);

/** What every list takes. */
export const paging = {
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
};
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item).readonly(), next: z.string().nullable() });
