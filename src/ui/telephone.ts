/** `tel:` address of a number as printed: `+86-0512-53660867` dials +86 512…, the trunk zero is only said inside China. */
export function telephone(printed: string): string {
  const digits = printed.replace(/[^\d+]/g, '');
  return `tel:${digits.replace(/^\+860(?=\d)/, '+86')}`;
}
