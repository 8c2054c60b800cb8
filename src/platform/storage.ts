import type { Readable } from 'node:stream';

/** The part of a stored object that is wanted, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/** Where the bytes of files are kept, under keys of our own making: a folder, or a bucket that speaks S3. */
export interface Storage {
  /** Throws in words for the operator when it cannot be used. */
  check(): Promise<void>;
  /** Keeps the content of a local file; whole and on the disk when this returns. */
  write(key: string, path: string): Promise<void>;
  /** Undefined when there is no such object. */
  read(key: string, range?: ByteRange): Promise<Readable | undefined>;
  /** What is gone already counts as removed. */
  remove(keys: readonly string[]): Promise<void>;
  list(): AsyncIterable<StoredObject>;
}

/** A key is a relative path without a way out of its folder. */
export function isKey(key: string): boolean {
  return key.length <= 1000 && /^(?!\/)(?!.*(^|\/)\.{0,2}(\/|$))[^\0\\]+$/.test(key);
}
