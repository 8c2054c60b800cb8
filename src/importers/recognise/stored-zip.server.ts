import { crc32 } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A ZIP of parts that are stored as they are. Whoever opens it finds exactly what was checked before. */
export function storedZip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const common = commonHeader(part, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, part.bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

/** The fields that a file's own header and its line in the directory share. */
function commonHeader(part: Part, name: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt32LE(crc32(part.bytes), 10);
  header.writeUInt32LE(part.bytes.length, 14);
  header.writeUInt32LE(part.bytes.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
