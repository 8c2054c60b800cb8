/** A tag of a Word part, where it stands in the text. */
export interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly from: number;
  readonly to: number;
}

const shape = /<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g;

/** The tags of a part in their order; one that stands alone opens and closes. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const { 0: all, 1: ends, 2: name = '', 3: attributes = '', 4: alone, index } of xml.matchAll(shape)) {
    const closes = ends === '/' || alone === '/';
    yield { name, attributes, opens: ends !== '/', closes, from: index, to: index + all.length };
  }
}

/** What `w:val` and its like say, as it is escaped in the part. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2];
}
