// Turns a plain <textarea> into an editor for Python: CodeMirror with the colours of the page.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

const HINT = "Tab indents. Press Escape, then Tab, to leave the editor.";
let opened = 0;

// What Material colours in a listing that Pygments highlighted.
const COLOURS = {
  keyword: [t.keyword, t.meta],
  operator: [t.operator, t.operatorKeyword],
  string: [t.string, t.special(t.string)],
  special: [t.escape],
  comment: [t.comment],
  number: [t.number],
  constant: [t.self],
  name: [t.null],
  function: [t.function(t.definition(t.variableName)), t.definition(t.className)],
  punctuation: [t.punctuation],
};
const colours = HighlightStyle.define(
  Object.entries(COLOURS).map(([name, tag]) => ({ tag, color: `var(--md-code-hl-${name}-color)` })),
);

const BUTTON = {
  backgroundColor: "var(--md-default-bg-color)",
  backgroundImage: "none",
  border: "1px solid var(--md-default-fg-color--lighter)",
  color: "var(--md-default-fg-color)",
};
const theme = EditorView.theme({
  "&": { backgroundColor: "var(--md-code-bg-color)", color: "var(--md-code-fg-color)", fontSize: ".85em" },
  "&.cm-focused": { outline: "2px solid var(--md-accent-fg-color)" },
  ".cm-scroller": { fontFamily: "var(--md-code-font-family)", lineHeight: "1.4", maxHeight: "70vh" },
  ".cm-content": { caretColor: "var(--md-code-fg-color)" },
  ".cm-cursor, &.cm-focused .cm-cursor": { borderLeftColor: "var(--md-code-fg-color)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--md-accent-fg-color--transparent)",
  },
  ".cm-gutters": {
    backgroundColor: "var(--md-code-bg-color)", border: "none", color: "var(--md-code-fg-color)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--md-default-fg-color--lightest)" },
  ".cm-activeLineGutter": { color: "var(--md-default-fg-color)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent", outline: "1px solid var(--md-default-fg-color--light)",
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: "1px dotted currentColor" },
  ".cm-searchMatch": { backgroundColor: "var(--md-accent-fg-color--transparent)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--md-accent-fg-color)" },
  ".cm-marked-line": {
    backgroundColor: "var(--md-code-hl-color--light)", boxShadow: "2px 0 0 0 var(--md-code-hl-color) inset",
  },
  ".cm-panels": { backgroundColor: "var(--md-default-bg-color)", color: "var(--md-default-fg-color)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--md-default-fg-color--lightest)" },
  ".cm-button": BUTTON,
  ".cm-button:active": { backgroundImage: "none" },
  ".cm-textfield": BUTTON,
  ".cm-panel.cm-search [name=close]": { color: "var(--md-default-fg-color)" },
});

const mark = StateEffect.define();
const marked = StateField.define({
  create: () => Decoration.none,
  update(lines, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(mark)) continue;
      return effect.value === null ? Decoration.none : Decoration.set([atLine.range(effect.value)]);
    }
    return lines.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
const atLine = Decoration.line({ class: "cm-marked-line" });

/**
 * Put an editor in the place of `textarea`, which is hidden and always holds the same text.
 *
 * `onRun()` is called at Ctrl+Enter or Cmd+Enter, `onChange(text)` after each change, `setText` included. The editor
 * has the label of the textarea. `markLine(n)` marks a line, counted from 1, and brings it into view; `markLine(null)`
 * takes the mark away. `destroy()` shows the textarea again.
 */
export function open(textarea, { onRun = () => {}, onChange = () => {} } = {}) {
  const hint = document.createElement("span");
  hint.id = `executed-editor-hint-${++opened}`;
  hint.hidden = true;
  hint.textContent = HINT;
  const label = textarea.getAttribute("aria-label") ?? textarea.labels?.[0]?.textContent.trim() ?? "Python program";
  const hadFocus = textarea === document.activeElement;

  const view = new EditorView({
    doc: textarea.value,
    extensions: [
      keymap.of([{ key: "Mod-Enter", run: () => (onRun(), true) }]), // before the default, a new line
      keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), bracketMatching(),
      history(), search({ top: true }), marked,
      pythonLanguage, indentUnit.of("    "), indentOnInput(), syntaxHighlighting(colours), theme,
      EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": hint.id }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        textarea.value = update.state.doc.toString();
        onChange(textarea.value);
      }),
      EditorState.tabSize.of(4),
    ],
  });
  textarea.after(view.dom, hint);
  textarea.hidden = true;
  if (hadFocus) view.focus();

  return {
    element: view.dom,
    get text() {
      return view.state.doc.toString();
    },
    setText(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus() {
      view.focus();
    },
    markLine(number) {
      const { doc } = view.state;
      const known = number >= 1 && number <= doc.lines;
      const at = known ? doc.line(number).from : null;
      const effects = [mark.of(at)];
      if (known) effects.push(EditorView.scrollIntoView(at, { y: "nearest" }));
      view.dispatch({ effects });
    },
    destroy() {
      view.destroy();
      hint.remove();
      textarea.hidden = false;
    },
  };
}
