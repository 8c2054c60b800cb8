import { z } from 'zod';
import { holds, zonesWhere, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { ContactView } from './contact.ts';
import { isClean } from './field.ts';
import type { FigureView } from './figure.ts';

/** What a zone says of itself, as everybody may see it. */
export interface ProfileView {
  readonly description: TwoText;
  readonly address: TwoText;
  readonly website: string;
  readonly figures: readonly FigureView[];
  readonly contacts: readonly ContactView[];
  /** Its blocks that are in use, in order. */
  readonly blocks: readonly TwoText[];
}

const text = (longest: number) => z.string().trim().max(longest).refine(isClean);

export const profileInput = z.strictObject({
  zone: z.string().regex(/^\d{8}$/),
  descriptionZh: text(5000),
  descriptionEn: text(10_000),
  addressZh: text(200),
  addressEn: text(300),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
});
export type ProfileInput = z.input<typeof profileInput>;

/** The zone's own publishers, and operators, say what the zone is. */
export function canRunZone(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher'], zone);
}

/** Its editors see it all, what is internal too. */
export function canSeeZoneDesk(actor: Actor, zone: string): boolean {
  return holds(actor, ['editor', 'publisher'], zone);
}

/** Zones whose desk this person sees; undefined means all of them. */
export function zonesSeen(actor: Actor): string[] | undefined {
  return zonesWhere(actor, (zone) => canSeeZoneDesk(actor, zone));
}

/** Plain text as its paragraphs. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
