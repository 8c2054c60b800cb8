import { Extension, InputRule, type Editor, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import { commandGroups, stepCommands } from './commands.ts';

/** What the page does for a key that is about more than the text. */
export interface PageKeys {
  readonly openLink: () => void;
  readonly toToolbar: () => void;
  readonly openHelp: () => void;
}

/** Shortcuts, what Enter does in a list, and the ways out: Escape then Tab to the next field, Alt+F10 to the toolbar. */
export function keys({ openLink, toToolbar, openHelp }: PageKeys) {
  return Extension.create({
    name: 'keys',
    priority: 2000,
    addProseMirrorPlugins: () => [wayOut(), history(), gapCursor()],
    addKeyboardShortcuts() {
      const open = (what: () => void) => () => {
        what();
        return true;
      };
      const commands = [...commandGroups.flat(), ...stepCommands].flatMap(({ keys: shortcut, run }) =>
        shortcut ? [[shortcut, () => run(this.editor) !== false] as const] : [],
      );
      return {
        ...Object.fromEntries(commands),
        'Mod-Shift-z': () => Boolean(stepCommands[1]?.run(this.editor)),
        'Mod-k': open(openLink),
        'Alt-F10': open(toToolbar),
        'Mod-/': open(openHelp),
        Enter: () => this.editor.commands.splitListItem('listItem'),
        'Shift-Enter': () => this.editor.commands.insertContent({ type: 'hardBreak' }),
        Backspace: () => leaveList(this.editor),
      };
    },
    addInputRules() {
      return inputRules(this.editor);
    },
  });
}

/** What becomes a heading, a list or a quotation when it is typed at the start of a line. */
function inputRules({ schema: { nodes } }: Editor): InputRule[] {
  const { heading, blockquote } = nodes;
  const headings = heading
    ? [2, 3].map((level) =>
        textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: heading, getAttributes: { level } }),
      )
    : [];
  const quote = blockquote ? [wrappingInputRule({ find: /^>\s$/, type: blockquote })] : [];
  return [...headings, listRule(/^[-*]\s$/, 'bulletList'), listRule(/^1\.\s$/, 'orderedList'), ...quote];
}

/** After Escape, Tab is the browser's: it leads to the next field, also from inside a table. */
function wayOut(): Plugin {
  let isLeaving = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_, event) => {
          const leaves = isLeaving && event.key === 'Tab';
          isLeaving = event.key === 'Escape' || (isLeaving && event.key === 'Shift');
          return leaves;
        },
      },
    },
  });
}

/** A list is made of what stands in its own paragraph only: wrapping would have to know where the next one ends. */
function listRule(find: RegExp, name: string): InputRule {
  return new InputRule({
    find,
    handler: ({ range, chain }) => {
      chain().deleteRange(range).toggleList(name, 'listItem').run();
    },
  });
}

/** At the start of an item, backspace takes it out of its list. */
function leaveList({ state, commands }: Editor): boolean {
  const { empty, $from } = state.selection;
  const inItem = $from.depth > 1 && $from.node(-1).type.name === 'listItem';
  return empty && $from.parentOffset === 0 && inItem && $from.index(-1) === 0 && commands.liftListItem('listItem');
}
