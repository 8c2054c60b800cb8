type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What somebody has put into the fields of this page so far, and what they have unfolded. When the page's script takes over, it writes into each field
 * what the server sent: on a slow line that would take away what was typed meanwhile. Give back what this kept once
 * the page has come alive.
 */
export function keepTyped(page: Document): () => void {
  const fields = [...page.querySelectorAll<Field>('input:not([type=hidden], [type=file]), textarea, select')];
  const typed = fields.filter(isChanged).map((field) => ({ field, ...stateOf(field) }));
  const unfolded = [...page.querySelectorAll('details')].filter(({ open }) => open);
  return () => {
    for (const details of unfolded) details.open = true;
    for (const { field, value, checked } of typed) {
      field.value = value;
      if ('checked' in field) field.checked = checked;
      // For whoever listens: the text is counted and checked as if it were typed now.
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}

function stateOf(field: Field): { value: string; checked: boolean } {
  return { value: field.value, checked: 'checked' in field && field.checked };
}

function isChanged(field: Field): boolean {
  if ('options' in field) return field.selectedIndex !== usualIndex(field);
  if ('defaultChecked' in field && field.checked !== field.defaultChecked) return true;
  return field.value !== field.defaultValue;
}

/** The option the server chose; where it chose none, browsers show the first. */
function usualIndex({ options }: HTMLSelectElement): number {
  return Math.max(
    0,
    [...options].findIndex((option) => option.defaultSelected),
  );
}
