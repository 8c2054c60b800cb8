/** An item of an agenda as its form sends it: speakers are lines of three fields that bear the same names. */
export async function itemSent(request: Request) {
  const form = await request.formData();
  const all = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  const text = (name: string) => all(name)[0] ?? '';
  const [english, organisations] = [all('speakerEn'), all('speakerOrganisation')];
  const speakers = all('speakerZh').map((nameZh, at) => ({
    ...{ nameZh, nameEn: english[at] ?? '', organisation: organisations[at] ?? '' },
  }));
  const names = ['beginsAt', 'endsAt', 'titleZh', 'titleEn', 'roomZh', 'roomEn'] as const;
  const texts = Object.fromEntries(names.map((name) => [name, text(name)])) as Record<(typeof names)[number], string>;
  const item = /^[1-9]\d{0,14}$/.test(text('item')) ? Number(text('item')) : undefined;
  return { item, fields: { ...texts, speakers } };
}
