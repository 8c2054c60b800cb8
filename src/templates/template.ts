import { z } from 'zod';
import { holds, zonesAs, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';

/** What a template of a message is for; it decides which form offers it. */
export const purposes = ['send-back', 'propose', 'first-contact', 'reminder', 'outcome', 'ending'] as const;
export type Purpose = (typeof purposes)[number];

/** What a template may leave open, and nothing else. */
export const placeholders = ['need', 'offer', 'organisation', 'institute', 'person', 'date'] as const;
export type Placeholder = (typeof placeholders)[number];

export type Values = Readonly<Record<Placeholder, string>>;

export interface Template {
  /** Of a zone's own its number, of a shipped one its purpose. */
  readonly key: string;
  readonly purpose: Purpose;
  readonly name: TwoText;
  readonly body: TwoText;
  readonly zone: string | undefined;
}

const inBraces = /\{([^{}]*)\}/g;

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((one) => one === name);

/** What stands in braces and is no placeholder. */
export function unknownIn(text: string): string[] {
  return [...text.matchAll(inBraces)].flatMap(([whole, name = '']) => (isPlaceholder(name) ? [] : [whole]));
}

/** The text with what it left open; what is filled in is not looked through again. */
export function filledIn(text: string, values: Values): string {
  return text.replaceAll(inBraces, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(most))
    .refine((text) => !text.includes('\0') && text.isWellFormed());

export const templateInput = z.strictObject({
  /** Null of a new one. */
  id: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
  zone: z.string().regex(/^\d{8}$/),
  purpose: z.enum(purposes),
  nameZh: line(60),
  nameEn: line(120),
  bodyZh: line(2000),
  bodyEn: line(2000),
});
export type TemplateInput = z.input<typeof templateInput>;

/** A zone's brokers keep its templates; nobody does it through another's eyes. */
export function canKeepTemplates(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && holds(actor, ['broker'], zone);
}

/** The zones whose templates a person is offered. */
export function templateZones(actor: Actor): string[] {
  return zonesAs(actor, ['broker']);
}
