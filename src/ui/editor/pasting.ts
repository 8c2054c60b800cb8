import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { cleanPaste } from '#text/paste.ts';
import type { RichDocument } from '#text/document.ts';
import { markupFrom } from './markup-from-dom.ts';

interface Pasting {
  readonly onPictures: (files: readonly File[]) => void;
  /** A file that is no picture was dropped: the browser would leave the page to show it. */
  readonly onOtherFile: () => void;
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
    drop: (view: EditorView, event: DragEvent) => {
      if (view.dragging) return false;
      goTo(view, event);
      return take(view, event, event.dataTransfer);
    },
  };
}

function taken(view: EditorView, data: DataTransfer, told: Pasting): boolean {
  const html = data.getData('text/html');
  const pictures = [...data.files].filter((file) => file.type.startsWith('image/'));
  const hasText = data.getData('text/plain').trim() !== '';
  // Word sends a picture of the text along with the text.
  if (data.files.length > 0 && !hasText) {
    if (pictures.length > 0) told.onPictures(pictures);
    else told.onOtherFile();
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

/** What is dropped lands where it was let go. */
function goTo(view: EditorView, { clientX: left, clientY: top }: DragEvent): void {
  const place = view.posAtCoords({ left, top });
  if (!place) return;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(place.pos))));
}

function insert(view: EditorView, document: RichDocument): void {
  const { schema, tr } = view.state;
  const node = schema.nodeFromJSON(document);
  const { firstChild, lastChild } = node;
  // A line within a line, a text between two: only plain paragraphs flow into what stands around them.
  const open = (edge: typeof firstChild) => (edge?.type.name === 'paragraph' ? 1 : 0);
  view.dispatch(tr.replaceSelection(new Slice(node.content, open(firstChild), open(lastChild))).scrollIntoView());
}
