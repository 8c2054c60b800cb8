import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Material that lies beside the project and may be read by its tests but not kept in it. */
const places = [process.env['YUANLIAN_SHARED'], '../shared'].flatMap((place) => (place ? [resolve(place)] : []));

/** The path of something shared, or undefined, and then the test that needs it says that it was left out. */
export function sharedPath(path: string): string | undefined {
  const found = places.map((place) => resolve(place, path)).find((place) => existsSync(place));
  if (!found) process.stderr.write(`left out: ${path} is not beside the project\n`);
  return found;
}
