import { earlierPictures } from '#files/earlier.ts';
import { sendFile } from '#files/send.ts';
import type { Lang } from '#language/lang.ts';
import type { PictureSource } from '#ui/editor/picture-source.ts';

/** Pictures for the text of a zone: sent to its files, or chosen from them. */
export function picturesHere(lang: Lang, zone: string): PictureSource {
  return {
    send: (file, sending) => sendFile({ lang, zone, file, ...sending }),
    earlier: (after) => earlierPictures(lang, zone, after),
  };
}
