import { copyFile, open, stat, truncate } from 'node:fs/promises';

/** PostgreSQL appends to one open file, which therefore cannot be renamed away: its content is moved out instead. */
const largestBytes = 8 * 1024 * 1024;

/** Keeps the log and its one predecessor bounded; answers where the next line will begin. */
export async function boundLog(file: string): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0;
      throw error;
    },
  );
  if (size <= largestBytes) return size;
  await copyFile(file, `${file}.old`);
  await truncate(file);
  return 0;
}

/** What was written from `position` on, at most the last 4 KB of it. */
export async function tailOf(file: string, position: number): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const start = Math.max(position, size - 4096);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, start);
    return buffer.subarray(0, bytesRead).toString('utf8').trim();
  } finally {
    await handle.close();
  }
}
