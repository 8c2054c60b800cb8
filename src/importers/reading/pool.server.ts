import type { Recognition } from '../page.ts';
import type { Listing } from './archive.server.ts';
import type { Item } from './messages.ts';
import { Reader } from './reader.server.ts';

/** A few readers that share the work. */
export class ReaderPool {
  private readonly readers: readonly Reader[];
  private readonly free: Reader[];
  private readonly waiting: ((reader: Reader) => void)[] = [];

  constructor(size: number, mayRead: readonly string[]) {
    this.readers = Array.from({ length: size }, () => new Reader(mayRead));
    this.free = [...this.readers];
  }

  read(items: readonly Item[]): Promise<Recognition[]> {
    return this.withReader((reader) => reader.read(items));
  }

  list(path: string): Promise<Listing> {
    return this.withReader((reader) => reader.list(path));
  }

  async close(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.close()));
  }

  private async withReader<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const reader = this.free.pop() ?? (await new Promise<Reader>((take) => this.waiting.push(take)));
    try {
      return await work(reader);
    } finally {
      const next = this.waiting.shift();
      if (next) next(reader);
      else this.free.push(reader);
    }
  }
}
