import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { fileWords as words } from '#language/words/files.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { Turns } from './turns.server.ts';

/** A form of a picture as it lies in the folder of the upload. */
export interface Encoded {
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
}

export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  readonly forms: readonly Encoded[];
}

const mostMegapixels = 50;
const mostMovingMegapixels = 100;
const widths = [480, 960, 1600];
const widest = 2560;
/** WebP can be no taller; a long screenshot is. */
const tallest = 16_000;
const mostKeptPixels = 20_000_000;
const patience = { seconds: 30 };

// The site goes on answering while a picture is made: one thread each, two at a time, and no cache of what is not asked again.
sharp.concurrency(1);
sharp.cache(false);
const turns = new Turns(2, 20);

/** Draws a picture anew in every form it is kept in: turned upright, without place, camera and author, in sRGB. */
export async function encodePicture(path: string, folder: string): Promise<Outcome<EncodedPicture>> {
  try {
    const encoded = await turns.take(() => encode(path, folder));
    return encoded ?? refused({ field: 'file', says: words.busy });
  } catch {
    // Whatever the decoder met, the sender learns the same: this picture does not open.
    return refused({ field: 'file', says: words.pictureBroken });
  }
}

async function encode(path: string, folder: string): Promise<Outcome<EncodedPicture>> {
  const about = await sharp(path, { limitInputPixels: false }).metadata();
  const moves = (about.pages ?? 1) > 1 && about.format !== 'heif';
  const limit = moves ? mostMovingMegapixels : mostMegapixels;
  const pixels = about.width * about.height * (moves ? (about.pages ?? 1) : 1);
  if (pixels > limit * 1e6) return refused({ field: 'file', says: words.pictureTooLarge(limit) });
  const { width, height } = about.autoOrient;
  const kept = keptSize(width, height);
  return done(moves ? await encodeMoving(path, folder, kept) : await encodeStill(path, folder, kept));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function keptSize(width: number, height: number): Size {
  const scale = Math.min(1, widest / width, tallest / height, Math.sqrt(mostKeptPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The named widths that are clearly smaller than the picture, and its own. */
export function keptWidths(width: number): number[] {
  return [...widths.filter((one) => one < width * 0.85), width];
}

async function encodeStill(path: string, folder: string, size: Size): Promise<EncodedPicture> {
  const { data, info } = await sharp(path, { failOn: 'error' })
    .autoOrient()
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .timeout(patience)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const drawn = () => sharp(data, { raw: { width, height, channels } }).timeout(patience);
  const forms: Encoded[] = [];
  for (const one of keptWidths(width)) {
    const scaled = () => (one === width ? drawn() : drawn().resize({ width: one }));
    forms.push(await put(scaled().webp({ quality: 80, effort: 3 }), folder, { ending: 'webp', width: one }));
    const plain = scaled().flatten({ background: '#ffffff' }).jpeg({ quality: 82, progressive: true });
    forms.push(await put(plain, folder, { ending: 'jpg', width: one }));
  }
  return { width, height, forms };
}

/** A moving picture stays one, in its own size only. */
async function encodeMoving(path: string, folder: string, { width }: Size): Promise<EncodedPicture> {
  const drawn = () => sharp(path, { animated: true, failOn: 'error' }).resize({ width }).timeout(patience);
  const webp = await put(drawn().webp({ quality: 75, effort: 2 }), folder, { ending: 'webp', width });
  const gif = await put(drawn().gif({ effort: 3 }), folder, { ending: 'gif', width });
  const { height = 1 } = await sharp(join(folder, gif.name)).metadata();
  return { width, height, forms: [webp, gif] };
}

const mediaTypes = { webp: 'image/webp', jpg: 'image/jpeg', gif: 'image/gif' } as const;

async function put(
  picture: Sharp,
  folder: string,
  { ending, width }: { ending: keyof typeof mediaTypes; width: number },
): Promise<Encoded> {
  const name = `${width}.${ending}`;
  await picture.toFile(join(folder, name));
  return { name, mediaType: mediaTypes[ending], width };
}
