import { z } from 'zod';

/** A file of the zone as it is offered below an article. */
export const attachedFile = z.strictObject({
  id: z.string().max(100),
  name: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .refine((name) => name.isWellFormed() && !name.includes('\0')),
});
export type AttachedFile = Readonly<z.output<typeof attachedFile>>;

export const mostAttachments = 50;

/** One row of the list on the desk; what an import found elsewhere is no file of ours. */
export interface AttachmentRow {
  readonly id: string | null;
  readonly name: string;
  readonly url: string;
  readonly mediaType: string;
  readonly bytes: number | null;
}

/** What a button of the list asks for: `up-2` moves the third file one place up. */
export function moved(files: readonly AttachedFile[], asked: string): AttachedFile[] {
  const [, what, number] = /^(up|down|remove)-(\d{1,3})$/.exec(asked) ?? [];
  const at = Number(number);
  const file = files[at];
  if (what === undefined || !file) return [...files];
  const others = files.filter((_, place) => place !== at);
  if (what === 'remove') return others;
  const to = what === 'up' ? Math.max(0, at - 1) : at + 1;
  return [...others.slice(0, to), file, ...others.slice(to)];
}
