/** What a form sent, as text: a file where text belongs becomes nothing, and the schema says so. */
export async function sentTexts(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form].map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}
