import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { cleanPaste } from '#text/paste.ts';
import type { RichDocument } from '#text/document.ts';
import { markupFrom } from './markup-from-dom.ts';

interface Pasting {
  readonly onFile: (file: File) => void;
  /** Told how many of the pasted pictures still have to be uploaded. */
  readonly onPaste: (pictures: number) => void;
}

/** What comes by paste or drop: a picture goes to its dialog, foreign markup becomes what may stand in a text. */
export function pasting(told: Pasting) {
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: domEvents(told) } })],
  });
}

/** Before the editor looks itself: it would put foreign styles into a document, and the browser report each as blocked. */
function domEvents(told: Pasting) {
  const take = (view: EditorView, event: Event, data: DataTransfer | null): boolean => {
    const isTaken = data !== null && taken(view, data, told);
    if (isTaken) event.preventDefault();
    return isTaken;
  };
  return {
    paste: (view: EditorView, event: ClipboardEvent) => take(view, event, event.clipboardData),
    drop: (view: EditorView, event: DragEvent) => !view.dragging && take(view, event, event.dataTransfer),
  };
}

function taken(view: EditorView, data: DataTransfer, told: Pasting): boolean {
  const html = data.getData('text/html');
  const picture = [...data.files].find((file) => file.type.startsWith('image/'));
  const hasText = data.getData('text/plain').trim() !== '';
  // Word sends a picture of the text along with the text.
  if (picture && !hasText) {
    told.onFile(picture);
    return true;
  }
  // What was cut in an editor like this one has the right form already.
  if (html === '' || html.includes('data-pm-slice')) return false;
  const cleaned = cleanPaste(markupFrom(html));
  if (cleaned.content.length === 0) return false;
  insert(view, cleaned);
  told.onPaste(cleaned.content.filter((block) => block.type === 'figure').length);
  return true;
}

function insert(view: EditorView, document: RichDocument): void {
  const { schema, tr } = view.state;
  const node = schema.nodeFromJSON(document);
  const { firstChild, lastChild } = node;
  // A line within a line, a text between two: only plain paragraphs flow into what stands around them.
  const open = (edge: typeof firstChild) => (edge?.type.name === 'paragraph' ? 1 : 0);
  view.dispatch(tr.replaceSelection(new Slice(node.content, open(firstChild), open(lastChild))).scrollIntoView());
}
