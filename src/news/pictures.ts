import { filesIn, type RichDocument } from '#text/document.ts';
import type { Pictures } from '#ui/picture.ts';

/** The picture that stands for an article elsewhere: the first that it shows. */
export function firstPicture({ body, pictures }: { body: RichDocument; pictures: Pictures }): string | undefined {
  return filesIn(body).flatMap((id) => pictures[id]?.src ?? [])[0];
}
