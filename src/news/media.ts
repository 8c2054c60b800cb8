import type { RichDocument } from '#text/document.ts';

/** Addresses elsewhere of the pictures that a text shows as links. */
export function picturesElsewhere(body: RichDocument): string[] {
  const sources = body.content.flatMap((block) =>
    block.type === 'figure' && block.attrs.file === null ? (block.attrs.source ?? []) : [],
  );
  return [...new Set(sources)].filter((source) => /^https?:/i.test(source));
}

/** The text with those pictures as files of ours; where they came from stays with them. */
export function withFiles(body: RichDocument, files: ReadonlyMap<string, string>): RichDocument {
  const content = body.content.map((block) => {
    if (block.type !== 'figure' || block.attrs.file !== null) return block;
    const file = files.get(block.attrs.source ?? '');
    return file === undefined ? block : { ...block, attrs: { ...block.attrs, file } };
  });
  return { ...body, content };
}

/** Which file each picture of a text is, by the address it came from. */
export function filesBySource(body: RichDocument): ReadonlyMap<string, string> {
  return new Map(
    body.content.flatMap((block) => {
      const { file, source } = block.type === 'figure' ? block.attrs : { file: null, source: null };
      return file !== null && source !== null ? [[source, file] as const] : [];
    }),
  );
}
