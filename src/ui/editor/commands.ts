import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderCell,
} from '@tiptap/pm/tables';
import type { Command as StateCommand } from '@tiptap/pm/state';
import { editorWords as words } from '#language/words/editor.ts';
import type { TwoText } from '#language/lang.ts';
import { newTable } from './new-table.ts';

/** One thing a writer can do to the text: a button, and where there is one a shortcut. `Mod` is Ctrl, or ⌘ on a Mac. */
export interface EditorCommand {
  readonly name: string;
  readonly says: TwoText;
  /** What stands on the button, where a sign says it shorter. */
  readonly sign?: string;
  readonly keys?: string;
  readonly run: (editor: Editor) => unknown;
  readonly isOn?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
}

const state = (command: StateCommand) => ({
  run: (editor: Editor) => command(editor.state, editor.view.dispatch, editor.view),
  can: (editor: Editor) => command(editor.state),
});

const mark = (name: string, says: TwoText, button: { sign: string; keys: string }): EditorCommand => ({
  ...{ name, says, ...button },
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
});

const headingOf = (level: 2 | 3, says: TwoText): EditorCommand => ({
  ...{ name: `heading${level}`, says, sign: `H${level}`, keys: `Mod-Alt-${level}` },
  run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
});

const listOf = (name: 'bulletList' | 'orderedList', says: TwoText, button: { sign: string; keys: string }) => ({
  ...{ name, says, ...button },
  run: (editor: Editor) => editor.chain().focus().toggleList(name, 'listItem').run(),
  isOn: (editor: Editor) => editor.isActive(name),
});

/** The toolbar, in groups. */
export const commandGroups: readonly (readonly EditorCommand[])[] = [
  [
    headingOf(2, words.heading2),
    headingOf(3, words.heading3),
    mark('bold', words.bold, { sign: 'B', keys: 'Mod-b' }),
    mark('italic', words.italic, { sign: 'I', keys: 'Mod-i' }),
    mark('superscript', words.superscript, { sign: 'x²', keys: 'Mod-.' }),
    mark('subscript', words.subscript, { sign: 'x₂', keys: 'Mod-,' }),
  ],
  [
    listOf('bulletList', words.bulletList, { sign: '•', keys: 'Mod-Shift-8' }),
    listOf('orderedList', words.orderedList, { sign: '1.', keys: 'Mod-Shift-7' }),
    {
      ...{ name: 'blockquote', says: words.quote, sign: '❝', keys: 'Mod-Shift-9' },
      run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
      isOn: (editor) => editor.isActive('blockquote'),
    },
  ],
];

/** What is added to a text by its own dialog or button. */
export const tableCommand: EditorCommand = {
  name: 'table',
  says: words.table,
  run: (editor) => editor.chain().focus().insertContent(newTable(3, 3)).run(),
  can: (editor) => !editor.isActive('table'),
};

export const stepCommands: readonly EditorCommand[] = [
  {
    ...{ name: 'undo', says: words.undo, sign: '↶', keys: 'Mod-z', ...state(undo) },
    can: (editor) => undoDepth(editor.state) > 0,
  },
  {
    ...{ name: 'redo', says: words.redo, sign: '↷', keys: 'Mod-y', ...state(redo) },
    can: (editor) => redoDepth(editor.state) > 0,
  },
];

/** Shown while the cursor is in a table. */
export const tableCommands: readonly EditorCommand[] = [
  { name: 'rowBefore', says: words.rowBefore, ...state(addRowBefore) },
  { name: 'rowAfter', says: words.rowAfter, ...state(addRowAfter) },
  { name: 'columnBefore', says: words.columnBefore, ...state(addColumnBefore) },
  { name: 'columnAfter', says: words.columnAfter, ...state(addColumnAfter) },
  { name: 'headerCell', says: words.headerCell, ...state(toggleHeaderCell) },
  { name: 'merge', says: words.mergeCells, ...state(mergeCells) },
  { name: 'split', says: words.splitCell, ...state(splitCell) },
  { name: 'deleteRow', says: words.deleteRow, ...state(deleteRow) },
  { name: 'deleteColumn', says: words.deleteColumn, ...state(deleteColumn) },
  { name: 'deleteTable', says: words.deleteTable, ...state(deleteTable) },
];
