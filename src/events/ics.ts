import type { Lang } from '#language/lang.ts';
import { eventPath } from './event.ts';
import type { EventCard } from './read-list.server.ts';

/** What a calendar is told besides the events. */
export interface CalendarOf {
  readonly origin: string;
  readonly lang: Lang;
  readonly name: string;
  readonly events: readonly EventCard[];
}

const longestLine = 75;
const encoder = new TextEncoder();

/** Events as a calendar of RFC 5545, with China's one offset as its time zone. Every line ends as the standard asks. */
export function calendarOf(calendar: CalendarOf): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yuanlian//Events//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    ...timeZone,
    ...calendar.events.flatMap((event) => eventLines(event, calendar)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** China has kept one offset, without summer time, since 1992. */
const timeZone = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19920101T000000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
];

function eventLines(event: EventCard, { origin, lang }: CalendarOf): string[] {
  const address = `${origin}/${lang}${eventPath(event.id)}`;
  const isCancelled = event.state === 'cancelled';
  return [
    'BEGIN:VEVENT',
    // Of the record, not of the address it was asked at: both languages are one event.
    `UID:event-${event.id}@${new URL(origin).host}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${inUtc(event.updatedAt)}`,
    `LAST-MODIFIED:${inUtc(event.updatedAt)}`,
    `DTSTART;TZID=Asia/Shanghai:${inChina(event.beginsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${inChina(event.endsAt)}`,
    `SUMMARY:${escaped(event.title[lang])}`,
    `DESCRIPTION:${escaped([event.summary[lang], address].filter((part) => part !== '').join('\n\n'))}`,
    ...(event.venue[lang] === '' ? [] : [`LOCATION:${escaped(event.venue[lang])}`]),
    `ORGANIZER;CN=${quoted(event.zone.name[lang])}:${origin}/${lang}/zones/${event.zone.code}`,
    `URL:${address}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** A moment in UTC: 20260911T013000Z. */
function inUtc(at: Date): string {
  return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}

function inChina(at: Date): string {
  return inUtc(new Date(at.getTime() + 8 * 3_600_000)).slice(0, 15);
}

/** A text: commas, semicolons, backslashes and line breaks are written with a backslash, other controls left out. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A value of a parameter, which knows no backslash: what would end it is left out. */
function quoted(text: string): string {
  return `"${text.replace(/["\u0000-\u001f\u007f]/g, ' ')}"`;
}

/** A line of at most 75 octets, the rest on lines that begin with a space; no character is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestLine) {
      lines.push(current);
      // The space it begins with counts too.
      [current, octets] = [' ', 1];
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
