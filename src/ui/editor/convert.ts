import type { JSONContent } from '@tiptap/core';
import { canonical } from '#text/canonical.ts';
import { richDocument, type RichDocument } from '#text/document.ts';

/** What the editor holds, as the closed document; undefined where it is more than one may hold. */
export function fromEditor(content: JSONContent): RichDocument | undefined {
  const parsed = richDocument.safeParse(withoutMarkedBreaks(content));
  return parsed.success ? canonical(parsed.data) : undefined;
}

/** A stored text, as the editor opens it. */
export function toEditor(document: RichDocument): JSONContent {
  return canonical(document) as JSONContent;
}

/** The editor lets a line break carry marks, which mean nothing. */
function withoutMarkedBreaks({ marks, content, ...node }: JSONContent): JSONContent {
  return {
    ...node,
    ...(marks && node.type !== 'hardBreak' && { marks }),
    ...(content && { content: content.map(withoutMarkedBreaks) }),
    // A row whose places are all taken from above has no cells of its own.
    ...(node.type === 'tableRow' && !content && { content: [] }),
  };
}
