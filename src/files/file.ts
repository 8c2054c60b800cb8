import { actsFor, holds, type Actor, type Role } from '#accounts/actor.ts';
import type { Picture, Pictures } from '#ui/picture.ts';

export type FileState = 'arriving' | 'kept' | 'deleted';

/** One form in which a file is kept; its name is the last part of its address. */
export interface Variant {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** For a picture: how wide it is in this form. */
  readonly width?: number;
}

/** A file as it is told to whoever uploaded it, or chooses it. */
export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  /** Where it is shown, or downloaded. */
  readonly url: string;
  /** Where a small form of a picture is. */
  readonly thumbnail: string | undefined;
}

/** As much of a row as tells where its forms are. */
export interface Described {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly variants: readonly Variant[];
}

export const largestFile = 25 * 1024 * 1024;
export const mostFilesAtOnce = 20;

/** Days in which a deleted file can be brought back. */
export const daysUntilPurged = 30;

/** What a document, kept just as it came, is called among its forms. */
export const original = 'original';

/** A form of a picture that is asked for without knowing which forms there are, as while a text is written. */
const small = 'small';
const smallWidth = 960;

/** The form that an address names. */
export function variantNamed(variants: readonly Variant[], name: string): Variant | undefined {
  if (name !== small) return variants.find((one) => one.name === name);
  const pictures = variants.filter(isPicture);
  return pictures.findLast(({ width }) => width !== undefined && width <= smallWidth) ?? pictures[0];
}

export function fileAddress(id: string, variant: string): string {
  return `/files/${id}/${variant}`;
}

/** The key of the bytes in the storage. */
export function storageKey(id: string, variant: string): string {
  return `${id.slice(0, 2)}/${id}/${variant}`;
}

export function isPicture({ mediaType }: { readonly mediaType: string }): boolean {
  return mediaType.startsWith('image/');
}

export function fileView(file: Described): FileView {
  const { id, name, mediaType, bytes, width, height } = file;
  const picture = pictureOf(file);
  const url = picture ? picture.src : fileAddress(id, original);
  return { id, name, mediaType, bytes, width, height, url, thumbnail: picture?.modern[0]?.address };
}

/** The forms of a picture for a page to choose from; undefined for a document. */
export function pictureOf({ id, width, height, variants }: Described): Picture | undefined {
  if (width === null || height === null) return undefined;
  const of = (isModern: boolean) =>
    variants
      .filter(({ mediaType }) => (mediaType === 'image/webp') === isModern)
      .map((variant) => ({ address: fileAddress(id, variant.name), width: variant.width ?? width }));
  const plain = of(false);
  const src = plain.findLast((form) => form.width <= 1600) ?? plain.at(-1);
  return { width, height, modern: of(true), plain, src: src?.address ?? '' };
}

/** The pictures among some files, by their ids. */
export function picturesIn(files: readonly Described[]): Pictures {
  const pairs = files.map((file) => [file.id, pictureOf(file)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, Picture] => pair[1] !== undefined));
}

const writers: readonly Role[] = ['editor', 'publisher'];
const readers: readonly Role[] = ['editor', 'publisher', 'broker', 'officer', 'leader'];

/** Who writes for a zone may add files to it, delete them and bring them back. */
export function canKeepFiles(actor: Actor, zoneCode: string): boolean {
  return holds(actor, writers, zoneCode);
}

/** Who works in a zone sees its files before the public does. */
export function canSeeFiles(actor: Actor, zoneCode: string): boolean {
  return holds(actor, readers, zoneCode);
}

/** Who a file is kept for, where that is not its whole zone: members of these organisations, brokers of these zones. */
export interface Circle {
  readonly organisations: readonly number[];
  readonly brokerZones: readonly string[];
}

export function isInCircle(actor: Actor, { organisations, brokerZones }: Circle): boolean {
  return (
    organisations.some((organisation) => actsFor(actor, organisation)) ||
    brokerZones.some((zone) => holds(actor, ['broker'], zone))
  );
}

export function isFileId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
