/** The one parameter of the display that travels in the address: `?mode=care`, 适老模式. */
export const modeParameter = 'mode';

export function isCare(query: URLSearchParams): boolean {
  return query.get(modeParameter) === 'care';
}

/** The same address with the mode switched on or off; everything else in the query stays. */
export function addressWithCare(address: string, on: boolean): string {
  const [beforeFragment = '', fragment] = address.split(/(?=#)/);
  const [path = '', query = ''] = beforeFragment.split(/\?(.*)/s);
  const parameters = query.split('&').filter((part) => part !== '' && !/^mode(=|$)/.test(part));
  if (on) parameters.push('mode=care');
  return path + (parameters.length > 0 ? `?${parameters.join('&')}` : '') + (fragment ?? '');
}

const openingTag = /<(a|form)((?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*>/g;
/** Pages of this site: with a language, and not a file (`zones.csv`) that has no display. */
const pageOfThisSite = /^(?:\/(?:zh|en)(?:\/[^".?#]*)?(?:[?#][^"]*)?|\?[^"]*)$/;

/**
 * Carries the mode along in rendered HTML: every link to a page of this site and every form keeps it, so that no page
 * needs to know of it. A link marked `data-leaves-care` is the way out and stays as it is.
 */
export function carryCare(html: string): string {
  return html.replace(openingTag, (tag, name: string, attributes: string) => {
    if (attributes.includes('data-leaves-care')) return tag;
    const carried = attributes.replace(/(\s(?:href|action)=")([^"]*)"/, (whole, start: string, address: string) =>
      pageOfThisSite.test(address) ? `${start}${carriedInHtml(address)}"` : whole,
    );
    // Sending a GET form replaces the query of its action, so the mode has to be one of its fields.
    const field = name === 'form' && !/\smethod="post"/i.test(attributes) && staysHere(attributes);
    return `<${name}${carried}>${field ? '<input type="hidden" name="mode" value="care">' : ''}`;
  });
}

function carriedInHtml(address: string): string {
  return addressWithCare(address.replaceAll('&amp;', '&'), true).replaceAll('&', '&amp;');
}

function staysHere(attributes: string): boolean {
  const action = /\saction="([^"]*)"/.exec(attributes)?.[1];
  return action === undefined || action === '' || pageOfThisSite.test(action);
}
