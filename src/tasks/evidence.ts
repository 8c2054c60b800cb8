import { z } from 'zod';
import { isClean } from '#profiles/field.ts';
import { recordId } from './task.ts';

export const mostEvidence = 200;

const tidy = z.string().transform((text) => text.normalize('NFC').trim());

export const evidenceInput = z.strictObject({
  id: recordId,
  title: tidy.pipe(z.string().max(256).refine(isClean)).default(''),
  fileId: z.uuid().nullable().default(null),
  address: tidy.pipe(z.string().max(2000).refine(isClean)).default(''),
});
export type EvidenceInput = z.input<typeof evidenceInput>;

/** The article of this site that an address, or the path of one, leads to. */
export function articleAt(address: string, origin: string): number | undefined {
  const url = URL.parse(address, origin);
  if (url?.origin !== origin) return undefined;
  const id = Number(/^\/(?:zh|en)(?:\/desk\/articles|\/news)\/(\d{1,15})\/?$/.exec(url.pathname)?.[1]);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Whether it is an address of the web that anybody may be sent to. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
