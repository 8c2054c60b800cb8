import { z } from 'zod';
import { eventWords as words } from '#language/words/events.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { eventKinds } from './event.ts';

export const eventViews = ['coming', 'past'] as const;

/** What an address may ask of the list of events; `after` is where the last page ended. */
export const eventQuery = z.object({
  view: z.enum(eventViews).default('coming'),
  kind: z.enum(eventKinds).optional(),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  province: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  after: z
    .string()
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
});
export type EventQuery = z.output<typeof eventQuery>;
export type EventFilter = Omit<EventQuery, 'after'>;

/** The place in a list after one event; the id decides between equal times. */
interface Cursor {
  readonly beginsAt: Date;
  readonly id: number;
}

/** Reads a list's address. Parameters it does not know are left alone; a wrong value is refused by name. */
export function parseEventQuery(parameters: URLSearchParams): Outcome<EventQuery> {
  const known = Object.keys(eventQuery.shape).flatMap((key) => {
    const value = parameters.get(key);
    return value ? [[key, value] as const] : [];
  });
  const parsed = eventQuery.safeParse(Object.fromEntries(known));
  if (parsed.success) return done(parsed.data);
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  return refused(...wrong.map((field) => ({ field, says: words.wrongFilter(field) })));
}

export function formatCursor({ beginsAt, id }: Cursor): string {
  return `${beginsAt.getTime()}-${id}`;
}

function parseCursor(text: string): Cursor | undefined {
  const parts = /^(\d{1,13})-(\d{1,15})$/.exec(text);
  return parts ? { beginsAt: new Date(Number(parts[1])), id: Number(parts[2]) } : undefined;
}

type Change = { readonly [key in keyof EventFilter]?: string | undefined } & { readonly after?: string };

/** The address of a list with filters set or taken away; a new filter starts at the first page. */
export function eventListAddress(path: string, filter: EventFilter, change: Change): string {
  const next = Object.entries({ ...filter, ...change });
  const pairs = next.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== 'coming');
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? path : `${path}?${query}`;
}
