const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;

/** 1 January 1980, the first day a ZIP can say. */
const firstDay = 0x00210000;

/** The same archive without the hour it was packed, so that the same content is the same file. */
export function withoutTime(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  const tail = bytes.length - 22;
  if (bytes.readUInt32LE(tail) !== end) throw new Error('not an archive without a comment');
  let at = bytes.readUInt32LE(tail + 16);
  while (bytes.readUInt32LE(at) === central) {
    bytes.writeUInt32LE(firstDay, at + 12);
    const header = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(header) !== local) throw new Error('not an archive');
    bytes.writeUInt32LE(firstDay, header + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
