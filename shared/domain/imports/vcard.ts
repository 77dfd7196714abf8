import { joinAddress } from '#shared/domain/leads/address.ts';
import type { Decode, Encoding, EncodingGuess } from './encoding.ts';
import { sniffEncoding } from './encoding.ts';
import type { Table } from './read-rows.ts';
import { type Property, type RawCard, rawCards } from './vcard-lines.ts';

/** The headers a vCard file is given, those with a value anywhere, so that everything after reads it like any table. */
const HEADERS = [
  '会社名',
  '会社名カナ',
  '部署名',
  '役職',
  '氏名',
  '姓',
  '名',
  '姓カナ',
  '名カナ',
  'フリガナ',
  'メール',
  'TEL会社',
  'TEL直通',
  '携帯電話',
  'FAX',
  '郵便番号',
  '住所',
  'URL',
  'タグ',
  'メモ',
] as const;
type Row = Partial<Record<(typeof HEADERS)[number], string>>;

/** True for a file of vCards, in any encoding. */
export const isVcard = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*BEGIN\s*:\s*VCARD/i.test(
    String.fromCharCode(...bytes.subarray(0, 200)).replaceAll('\0', ''),
  );

const CHARSETS: readonly (readonly [RegExp, Encoding])[] = [
  [/^(?:shift[-_]?jis|sjis|x-sjis|cp932|ms932|windows-31j)$/i, 'shift_jis'],
  [/^utf-?8$/i, 'utf-8'],
];
const charsetOf = ({ params }: Property): Encoding | null => {
  const named = params.get('CHARSET')?.[0] ?? '';
  return CHARSETS.find(([pattern]) => pattern.test(named))?.[1] ?? null;
};

/** The encoding of what carries no CHARSET: guessed from all such values together, since one name is too short to tell. */
function undeclared(cards: readonly RawCard[]): EncodingGuess {
  const bytes = cards.flatMap(card =>
    card.properties
      .filter(p => charsetOf(p) === null && !UNUSED.test(p.name))
      .flatMap(p => [...p.value, 0x0a]),
  );
  return sniffEncoding(Uint8Array.from(bytes));
}

/** Pictures and keys are long and nobody's contact data. */
const UNUSED = /^(?:PHOTO|LOGO|KEY|SOUND-DATA|X-ABCROP.*)$/;

/**
 * Reads a file of vCards 2.1, 3.0 or 4.0 (RFC 2426, RFC 6350) as a table. Own code, because no kept library reads what
 * Japanese phones and card apps write: quoted-printable Shift_JIS, undeclared CP932, `SOUND;X-IRMC-N` readings, lines
 * folded inside a character. Home numbers, home addresses and birthdays are left out: they are nobody's business here.
 */
export function readVcards(
  bytes: Uint8Array,
  chosen: Encoding | undefined,
  decode: Decode,
): { table: Table; encoding: EncodingGuess } {
  const cards = rawCards(bytes);
  const encoding: EncodingGuess = chosen
    ? { encoding: chosen, reason: 'chosen', line: null }
    : undeclared(cards);
  const textOf = (p: Property): string => decode(p.value, charsetOf(p) ?? encoding.encoding, false) ?? '';
  const found = cards.map(card => rowOf(card, textOf));
  const headers = HEADERS.filter(header => found.some(row => (row[header] ?? '') !== ''));
  const rows = found.map(row => headers.map(header => row[header] ?? ''));
  const table: Table = {
    rows: [[...headers], ...rows],
    lines: [0, ...cards.map(card => card.line)],
    quoteDamaged: new Set(),
    cut: new Set(cards.filter(card => card.isCut).map(card => card.line)),
  };
  return { table, encoding };
}

const unescape = (text: string): string =>
  text.replace(/\\([nN,;:\\])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c)).trim();
/** The parts of N, ORG, ADR: split at semicolons that are not escaped. */
const partsOf = (text: string): string[] => text.split(/(?<!\\);/).map(unescape);
const lines = (...texts: string[]): string => texts.filter(text => text !== '').join('\n');

/** Alternatives of one thing (ALTID, RFC 6350 5.4) count once: the Japanese one, else the first. */
function withoutAlternatives(properties: readonly Property[]): Property[] {
  const key = (p: Property): string => `${p.name} ${p.params.get('ALTID')?.[0] ?? ''}`;
  const isJapanese = (p: Property): boolean => /^(?:ja|jp)/i.test(p.params.get('LANGUAGE')?.[0] ?? '');
  const groups = Map.groupBy(
    properties.filter(p => p.params.has('ALTID')),
    key,
  );
  return properties.filter(p => {
    const rivals = groups.get(key(p));
    return !p.params.has('ALTID') || (rivals?.find(isJapanese) ?? rivals?.[0]) === p;
  });
}

function rowOf(card: RawCard, textOf: (p: Property) => string): Row {
  const properties = withoutAlternatives(card.properties);
  const all = (name: string): Property[] => properties.filter(p => p.name === name);
  const text = (name: string): string =>
    all(name)
      .map(p => unescape(textOf(p)))
      .find(t => t !== '') ?? '';
  const kind = text('KIND').toLowerCase();
  if (kind === 'group') return {};
  const [company = '', ...units] = partsOf(all('ORG').map(textOf)[0] ?? '');
  const isCompany = kind === 'org' || /company/i.test(text('X-ABSHOWAS'));
  const named = isCompany ? { 会社名: company || text('FN') } : nameOf(all, text, textOf);
  return {
    会社名: company,
    会社名カナ: text('X-PHONETIC-ORG') || text('X-PHONETIC-ORG-NAME'),
    部署名: units.filter(unit => unit !== '').join(' '),
    役職: text('TITLE') || text('ROLE'),
    ...named,
    メール: lines(...all('EMAIL').map(p => unescape(textOf(p)).replace(/^mailto:/i, ''))),
    ...phonesOf(properties, textOf),
    ...addressOf(all('ADR'), textOf),
    URL: lines(...all('URL').map(p => unescape(textOf(p)))),
    タグ: all('CATEGORIES')
      .map(p =>
        textOf(p)
          .split(/(?<!\\),/)
          .map(unescape)
          .join(';'),
      )
      .join(';'),
    メモ: lines(...all('NOTE').map(p => unescape(textOf(p)))),
  };
}

/** Parameters were read byte by byte; this is the way back, to decode them like a value. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0));
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー\s・･ﾞﾟ]+$/u;

function nameOf(
  all: (name: string) => Property[],
  text: (name: string) => string,
  textOf: (p: Property) => string,
): Row {
  const n = all('N')[0];
  const [last = '', first = '', middle = ''] = n ? partsOf(textOf(n)) : [];
  const given = [first, middle].filter(part => part !== '').join(' ');
  const sound = all('SOUND').find(p => p.params.get('TYPE')?.includes('X-IRMC-N'));
  const heard = sound
    ? partsOf(textOf(sound))
    : (n ? textOf({ ...n, value: bytesOf(n.params.get('SORT-AS')?.[0] ?? '') }) : '').split(',');
  const [heardLast = '', heardFirst = ''] = heard.every(part => part === '' || KANA.test(part)) ? heard : [];
  const sorted = text('SORT-STRING');
  return {
    氏名: given === '' ? text('FN') || last : text('FN'),
    姓: given === '' ? '' : last,
    名: given,
    姓カナ: text('X-PHONETIC-LAST-NAME') || heardLast,
    名カナ: text('X-PHONETIC-FIRST-NAME') || heardFirst,
    フリガナ: text('X-KANA') || (KANA.test(sorted) ? sorted : ''),
  };
}

/** What Apple calls a number: `item1.X-ABLabel:_$!<Work>!$_` or a word of its own. */
const labelOf = (p: Property, properties: readonly Property[], textOf: (p: Property) => string): string => {
  const label = properties.find(q => q.name === 'X-ABLABEL' && p.group !== '' && q.group === p.group);
  return label
    ? textOf(label)
        .replace(/^_\$!<|>!\$_$/g, '')
        .trim()
    : '';
};
const typesOf = (p: Property): string => (p.params.get('TYPE') ?? []).join(' ');
const isHome = (words: string): boolean => /\bHOME\b|自宅/i.test(words) && !/\bWORK\b/i.test(words);

function phonesOf(properties: readonly Property[], textOf: (p: Property) => string): Row {
  const found: Record<'TEL会社' | 'TEL直通' | '携帯電話' | 'FAX', string[]> = {
    TEL会社: [],
    TEL直通: [],
    携帯電話: [],
    FAX: [],
  };
  for (const p of properties) {
    if (p.name !== 'TEL') continue;
    const label = labelOf(p, properties, textOf);
    const words = `${typesOf(p)} ${label}`;
    const number = unescape(textOf(p)).replace(/^tel:/i, '').replace(/;ext=/i, ' 内線').replace(/;.*$/, '');
    const isMobile = /\b(?:CELL|MOBILE|IPHONE)\b|携帯/i.test(words);
    if (number === '' || /\bPAGER\b/.test(words) || (isHome(words) && !isMobile)) continue;
    if (/FAX|ファ[クッ]/i.test(words)) found.FAX.push(number);
    else if (isMobile) found.携帯電話.push(number);
    else if (/直通|\bDIRECT\b/i.test(words)) found.TEL直通.push(number);
    else found.TEL会社.push(number);
  }
  return Object.fromEntries(Object.entries(found).map(([header, numbers]) => [header, lines(...numbers)]));
}

function addressOf(addresses: readonly Property[], textOf: (p: Property) => string): Row {
  const texts = addresses
    .filter(p => !isHome(typesOf(p)))
    .map(p => partsOf(textOf(p)).map(part => part.replaceAll('\n', ' ')))
    .map(([box = '', extended = '', street = '', city = '', region = '', code = '']) => ({
      text: joinAddress({ prefecture: region, city, street, inside: [extended, box] }),
      code,
    }))
    .filter(({ text, code }) => text !== '' || code !== '');
  return { 郵便番号: texts[0]?.code ?? '', 住所: lines(...texts.map(({ text }) => text)) };
}
