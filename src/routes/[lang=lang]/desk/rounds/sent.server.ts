const names = ['titleZh', 'titleEn', 'questionZh', 'questionEn', 'dueOn'] as const;

/** What a form of a round says, with the blocks that were ticked. */
export function roundSent(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed = Object.fromEntries(names.map((name) => [name, text(name)])) as Record<(typeof names)[number], string>;
  const units = form.getAll('unit').map((value) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : 0));
  return { typed, units, zone: text('zone'), revision: text('revision') };
}
