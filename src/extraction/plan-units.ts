import { partOf } from './plan-found.ts';

export interface NamedUnits {
  readonly lead: string;
  readonly co: readonly string[];
  /** The stretch of the sentence that names them, to be taken out of a title. */
  readonly texts: readonly string[];
}

const ending =
  '(?:局|委|办|办公室|中心|公司|集团|街道|镇|乡|园区|管委会|政府|部|院|处|科|银行|协会|高新区|经开区|度假区|新区|新城|开发区|工业园|学校|大学|总工会|法院|检察院|海关|商会|平台)';
const unitShape = new RegExp(`^[\\p{Script=Han}A-Za-z（）()·]{1,20}${ending}$`, 'u');
const separators = /[、，,；;]|\s+|和(?=[\p{Script=Han}]{2,})|及/u;
const leads = /(?:责任单位|牵头单位|责任部门|牵头部门|主办单位|主责单位|承办单位)[：:]\s*([^；;）)。\n]+)/;
const helpers = /(?:配合单位|协办单位|配合部门|参与单位|协同单位|责任配合单位)[：:]\s*([^；;）)。\n]+)/;
const led =
  /[（(]?(?:由)?([\p{Script=Han}]{2,16}?)(?:牵头|负责|主办)(?:，([\p{Script=Han}、]{2,60}?)(?:配合|协办|参与))?[)）]?/u;
const bracketed = /[（(]([^（）()]{2,80})[)）][。；]?$/;
const english = /\((?:lead|responsible)(?: unit)?:\s*([^;)]+)(?:;\s*with:?\s*([^)]+))?\)/i;

/** Who is named as responsible in a sentence or a paragraph; the first of several leads. */
export function unitsIn(text: string): NamedUnits | undefined {
  return labelled(text) ?? englishUnits(text) ?? inBrackets(text) ?? asSubject(text);
}

function labelled(text: string): NamedUnits | undefined {
  const first = leads.exec(text);
  const named = partOf(first, 1)
    .replace(helpers, '')
    .replace(/[，,]?(?:配合|协办).*$/, '');
  const second = helpers.exec(text);
  return ledBy([...listed(named), ...listed(partOf(second, 1))], [partOf(first, 0), partOf(second, 0)]);
}

function ledBy(names: readonly string[], texts: readonly string[]): NamedUnits | undefined {
  const [lead, ...co] = names;
  return lead === undefined || texts[0] === '' ? undefined : { lead, co, texts };
}

function englishUnits(text: string): NamedUnits | undefined {
  const match = english.exec(text);
  const names = [partOf(match, 1), partOf(match, 2)].flatMap((part) => part.split(/,| and /));
  return ledBy(
    names.map((name) => name.trim()).filter((name) => name !== ''),
    [partOf(match, 0)],
  );
}

/** （区科技局、工信局）at the end of a sentence, or （科技局牵头，工信局配合）. */
function inBrackets(text: string): NamedUnits | undefined {
  const match = bracketed.exec(text);
  const inside = match?.[1];
  if (!match || !inside) return undefined;
  const subject = asSubject(inside);
  if (subject) return { ...subject, texts: [match[0]] };
  const [lead = '', ...co] = listed(inside);
  return lead !== '' && [lead, ...co].every((name) => unitShape.test(name))
    ? { lead, co, texts: [match[0]] }
    : undefined;
}

function asSubject(text: string): NamedUnits | undefined {
  const match = led.exec(text);
  const lead = match?.[1] ?? '';
  if (!match || !unitShape.test(lead)) return undefined;
  return { lead, co: listed(match[2] ?? ''), texts: [match[0]] };
}

function listed(text: string): string[] {
  return text
    .split(separators)
    .map((name) => name.replace(/^[（(]|[)）。]$|(?:按职责分工负责|按职责分工|牵头|负责|配合|等)$/g, '').trim())
    .filter((name) => name.length >= 2);
}

export interface KnownUnit {
  readonly id: number;
  readonly name: string;
  readonly nameEn?: string;
}

/** The unit of the zone that is meant, where it is only one: 区科技局 is 科技局, and 科技局 is 相城区科技局. */
export function unitNamed(units: readonly KnownUnit[], text: string): number | undefined {
  const bare = (name: string) => name.replace(/^.{0,6}?(?:开发区|新区|区|市|县)(?=.{3,})/, '');
  const lower = text.toLowerCase().replace(/^the /, '');
  const isMeant = ({ name, nameEn = '' }: KnownUnit) =>
    name === text || (nameEn !== '' && nameEn.toLowerCase() === lower);
  const exact = units.filter(isMeant);
  const alike = exact.length > 0 ? exact : units.filter(({ name }) => bare(name) === bare(text));
  return alike.length === 1 ? alike[0]?.id : undefined;
}
