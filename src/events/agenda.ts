import { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { chinasMoment, cleanText } from './said.ts';

const mostSpeakers = 8;

const speaker = z.strictObject({
  nameZh: cleanText(80),
  nameEn: cleanText(120),
  organisation: cleanText(240),
});

/** One item of an agenda as its form sends it. A speaker without a name is an empty line of the form. */
export const agendaForm = z.strictObject({
  beginsAt: chinasMoment,
  endsAt: chinasMoment,
  titleZh: cleanText(256, 1),
  titleEn: cleanText(400),
  roomZh: cleanText(100),
  roomEn: cleanText(200),
  speakers: z
    .array(speaker)
    .max(mostSpeakers)
    .transform((all) => all.filter(({ nameZh }) => nameZh !== '')),
});
export type AgendaFields = z.output<typeof agendaForm>;

export interface SpeakerView {
  readonly name: TwoText;
  /** As it was written, or as the organisation's own page has it. */
  readonly organisation: TwoText;
  /** Of an organisation with a public page. */
  readonly organisationId: number | undefined;
}

export interface AgendaItemView {
  readonly id: number;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly title: TwoText;
  readonly room: TwoText;
  readonly speakers: readonly SpeakerView[];
}

type Placed = Pick<AgendaItemView, 'beginsAt' | 'endsAt' | 'title' | 'room'>;

/** Pairs of items that are in one room at the same time, in words; a room without a name is the only one there is. */
export function overlaps(items: readonly Placed[]): TwoText[] {
  return items.flatMap((first, place) =>
    items
      .slice(place + 1)
      .filter((second) => isSameRoom(first, second) && first.beginsAt < second.endsAt && second.beginsAt < first.endsAt)
      .map((second) => ({ zh: told('zh', first, second), en: told('en', first, second) })),
  );
}

function isSameRoom(a: Placed, b: Placed): boolean {
  return a.room.zh.trim() === b.room.zh.trim();
}

function told(lang: 'zh' | 'en', first: Placed, second: Placed): string {
  return words.overlap(first.room[lang], first.title[lang], second.title[lang])[lang];
}
