import { fonts } from './fonts.ts';
import type { Official } from './document.ts';
import { clean } from './paragraphs.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What the file says of itself: its title and the day of the document, not the hour somebody made it. */
export function coreProperties({ title, date = '2000-01-01', signer = '' }: Official): string {
  const at = `${date}T00:00:00Z`;
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    `${head}<cp:coreProperties ${spaces}><dc:title>${escaped(title.slice(0, 200))}</dc:title>` +
    `<dc:creator>${escaped(signer.slice(0, 200))}</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`
  );
}

/** Names the fonts and which others will do, so that a machine without them does not choose by chance. */
export const fontTable = `${head}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(
  fonts,
)
  .map(
    ({ name, instead }) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`,
  )
  .join('')}</w:fonts>`;

function escaped(text: string): string {
  return clean(text).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
