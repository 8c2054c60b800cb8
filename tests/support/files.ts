import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A photograph as a telephone makes it: turned on its side, with the place, the camera and the author written into it. */
export function photograph(width = 1200, height = 800): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .composite([{ input: { create: { width: 60, height: 60, channels: 3, background: '#ff0000' } }, top: 0, left: 0 }])
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Zhang San', Make: 'Camera', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 22/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 36/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** Runs a test with a folder of its own, in which files can be put by name. */
export async function inFolder(
  work: (put: (name: string, bytes: Buffer | string) => Promise<string>, folder: string) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-test-'));
  try {
    await work(async (name, bytes) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    }, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A ZIP of files that are only named, each holding its own name. */
export function zipOf(names: readonly string[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const bytes = Buffer.from(name);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(0x0800, 2);
    fixed.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fixed, rest, bytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
