const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** Moves through the rows of a table with the arrows or `j` and `k`, selects with `x`, searches with `/`. */
export function listKeys(table: HTMLTableElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.ctrlKey || event.metaKey || event.altKey || target?.closest(typing)) return;
    if (press(table, target, event.key)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function press(table: HTMLTableElement, target: Element | null, key: string): boolean {
  if (key === '/') return focus(document.querySelector('input[type=search]'));
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
  const row = target?.closest('tbody tr') ?? null;
  // The arrows scroll the page as ever, until somebody is in the list.
  if (step !== undefined) return (row !== null || key.length === 1) && move(table, row, step);
  return key === 'x' && toggle(row);
}

function move(table: HTMLTableElement, from: Element | null, step: number): boolean {
  const rows = [...table.querySelectorAll('tbody tr')];
  const at = from ? rows.indexOf(from) + step : 0;
  return focus(rows[at]?.querySelector('a') ?? null);
}

function toggle(row: Element | null): boolean {
  const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return box !== null && box !== undefined;
}

function focus(node: HTMLElement | null): boolean {
  node?.focus();
  return node !== null;
}
