import { minuteOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { eventWords } from '#language/words/events.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { eventKinds, eventStates, type EventState, type TypedEvent } from './event.ts';
import type { EventCard } from './read-list.server.ts';

/** One event as the desk lists it. */
export interface DeskEvent extends EventCard {
  readonly registered: number;
  /** As its form and its file have it. */
  readonly typed: TypedEvent;
}

const states: readonly Choice[] = eventStates.map((value) => ({ value, label: words.states[value] }));
const kinds: readonly Choice[] = eventKinds.map((value) => ({ value, label: eventWords.kinds[value] }));

const whens: readonly Choice[] = [
  { value: 'coming', label: words.whens.coming },
  { value: 'past', label: words.whens.past },
];

/** The list of events; `zones` are those the person may choose between. */
export function eventList(zones: readonly Choice[]): List {
  return {
    name: 'events',
    columns: [
      { key: 'title', title: words.events },
      { key: 'begins', title: words.field['beginsAt'] ?? words.aField, sortable: true },
      { key: 'kind', title: eventWords.kind },
      { key: 'state', title: words.state },
      { key: 'registered', title: words.registered, isNumber: true },
      { key: 'venue', title: eventWords.venue },
      { key: 'zone', title: eventWords.host, extra: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'state', title: words.state, kind: 'choice', choices: states },
      { key: 'kind', title: eventWords.kind, kind: 'choice', choices: kinds },
      { key: 'when', title: words.when, kind: 'choice', choices: whens },
      { key: 'from', title: words.from, kind: 'date' },
      ...(zones.length > 1 ? [{ key: 'zone', title: eventWords.host, kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: '-begins',
  };
}

const tones: Readonly<Record<EventState, Cell['tone']>> = { draft: 'amber', published: 'green', cancelled: 'red' };

export function eventRow(event: DeskEvent, lang: Lang): Row {
  const { id, kind, state, title, venue, zone, typed, registered } = event;
  const tone = tones[state];
  return {
    id: String(id),
    label: title[lang],
    cells: {
      title: { text: title[lang], href: `/${lang}/desk/events/${id}` },
      begins: { text: minuteOf(event.beginsAt) },
      kind: { text: eventWords.kinds[kind][lang] },
      state: { text: words.states[state][lang], ...(tone && { tone }) },
      registered: { text: typed.capacity === '' ? String(registered) : `${registered} / ${typed.capacity}` },
      venue: { text: venue[lang] },
      zone: { text: zone.name[lang] },
    },
  };
}
